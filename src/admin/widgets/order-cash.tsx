import { defineWidgetConfig } from "@medusajs/admin-sdk"
import type { AdminOrder, DetailWidgetProps } from "@medusajs/framework/types"
import { CashPanel } from "../components/cash/cash-panel"
import { isCashProvider } from "../lib/cash/state"

const OrderCash = ({ data: order }: DetailWidgetProps<AdminOrder>) => {
  const cash = order.payment_collections?.some(({ payment_sessions }) =>
    payment_sessions?.some(({ provider_id }) => isCashProvider(provider_id))
  )
  return cash && order.total > 0 ? <CashPanel order={order} /> : null
}

export const config = defineWidgetConfig({
  zone: "order.details.side.after",
  id: "duka-order-cash",
})

export default OrderCash
