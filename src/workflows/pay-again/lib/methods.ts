import type { MedusaContainer } from "@medusajs/framework/types"
import { type PaymentMethodName, paymentMethod } from "../../../markets"
import { refuseDearCashOrder, refuseManyCashOrders } from "../../cash/limits"
import {
  type CheckoutPayment,
  paymentPort,
  type PaymentState,
} from "../../checkout/payment-port"
import { Refusal } from "../../refusal"
import { type PayableOrder, readPayableOrder } from "./read-order"

/** States in which the money of an order may still come another way. */
const OPEN_STATES: readonly PaymentState[] = [
  "asking",
  "unpaid",
  "action_required",
  "pending",
]

export const isOpen = ({ state, method, seconds_left }: CheckoutPayment) =>
  method !== null && seconds_left !== 0 && OPEN_STATES.includes(state)

/** Refuses cash that the market does not risk; what is promised stays so. */
export async function refuseCash(
  container: MedusaContainer,
  { market, total, phone, cash_promised }: PayableOrder
) {
  if (!market || cash_promised) {
    return
  }
  refuseDearCashOrder(market, total)
  if (phone) {
    await refuseManyCashOrders(container, market, phone)
  }
}

async function isOffered(
  container: MedusaContainer,
  order: PayableOrder,
  name: PaymentMethodName
) {
  const { kind, provider } = paymentMethod(name)
  if (!provider || !order.enabled.includes(provider)) {
    return false
  }
  if (kind !== "cash") {
    return true
  }
  try {
    await refuseCash(container, order)
    return order.phone !== null
  } catch (error) {
    if (error instanceof Refusal) {
      return false
    }
    throw error
  }
}

async function methodsOf(container: MedusaContainer, id: string) {
  const order = await readPayableOrder(container, id)
  const offered: PaymentMethodName[] = []
  for (const name of order.market?.payment_methods ?? []) {
    if (await isOffered(container, order, name)) {
      offered.push(name)
    }
  }
  return offered
}

/** How the payment of an order stands, and how else it may be paid. */
export async function readOrderPayment(
  container: MedusaContainer,
  order_id: string
): Promise<CheckoutPayment & { methods: PaymentMethodName[] }> {
  const payment = await paymentPort.view(container, order_id)
  const methods = isOpen(payment) ? await methodsOf(container, order_id) : []
  return { ...payment, methods }
}
