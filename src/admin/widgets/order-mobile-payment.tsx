import { defineWidgetConfig } from "@medusajs/admin-sdk"
import type { AdminOrder, DetailWidgetProps } from "@medusajs/framework/types"
import { StoryPanel } from "../components/mobile-payments/story/story-panel"
import { isMobileProvider } from "../lib/mobile-payments/methods"

const OrderMobilePayment = ({ data: order }: DetailWidgetProps<AdminOrder>) => {
  const expected = order.payment_collections?.some(({ payment_sessions }) =>
    payment_sessions?.some(({ provider_id }) => isMobileProvider(provider_id))
  )
  return <StoryPanel orderId={order.id} expected={Boolean(expected)} />
}

export const config = defineWidgetConfig({
  zone: "order.details.side.after",
  id: "duka-order-mobile-payment",
})

export default OrderMobilePayment
