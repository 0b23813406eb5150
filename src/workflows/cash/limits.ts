import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { formatMoney, roundToMinor } from "../../lib/money"
import type { Market } from "../../markets"
import { ORDER_DESK_MODULE } from "../../modules/order-desk"
import type { OrderDeskService } from "../../modules/order-desk/service"
import { Refusal } from "../refusal"

type Limited = Pick<Market, "cash_limits" | "currency" | "locales">

const FEWER = "Pay those first, or choose another way of paying."

export const tooManyCashOrders = () =>
  new Refusal(
    "too_many_cash_orders",
    `Too many orders of this phone wait for their cash. ${FEWER}`,
    { kind: "NOT_ALLOWED" }
  )

/** Refuses more money at one door than the market risks. */
export function refuseDearCashOrder(market: Limited, amount: number): void {
  const { order } = market.cash_limits
  if (order === null) {
    return
  }
  const most = roundToMinor(order, market.currency)
  if (roundToMinor(amount, market.currency) > most) {
    const limit = formatMoney(most, market.currency, "en")
    throw new Refusal(
      "cash_limit_exceeded",
      `Cash on delivery is for orders up to ${limit}.`,
      { kind: "NOT_ALLOWED" }
    )
  }
}

/** The orders of a phone whose cash is due, and those that were cancelled. */
export async function openCashOrders(
  container: MedusaContainer,
  phone: string
) {
  const desk: OrderDeskService = container.resolve(ORDER_DESK_MODULE)
  const due = await desk.listCashCollections(
    { phone, state: "due" },
    { select: ["order_id"] }
  )
  const ids = due.map(({ order_id }) => order_id)
  if (!ids.length) {
    return { open: [], cancelled: [] }
  }
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "order",
      fields: ["id"],
      filters: { id: ids, status: "canceled" },
    })
  const cancelled = data.map(({ id }) => id)
  return { open: ids.filter((id) => !cancelled.includes(id)), cancelled }
}

export async function refuseManyCashOrders(
  container: MedusaContainer,
  { cash_limits }: Limited,
  phone: string
): Promise<void> {
  const { open_orders } = cash_limits
  if (open_orders === null) {
    return
  }
  const { open } = await openCashOrders(container, phone)
  if (open.length >= open_orders) {
    throw tooManyCashOrders()
  }
}
