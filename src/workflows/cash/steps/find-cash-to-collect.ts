import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { toMinor } from "../../../lib/money"
import { ORDER_DESK_MODULE } from "../../../modules/order-desk"
import type { OrderDeskService } from "../../../modules/order-desk/service"
import type { CollectInput } from "../../../modules/order-desk/types"
import { Refusal } from "../../refusal"
import { cashSessionOf, readCashOrder } from "../read-cash-order"

export const findCashToCollectStepId = "find-cash-to-collect"

const notAllowed = (code: string, message: string) =>
  new Refusal(code, message, { kind: "NOT_ALLOWED" })

export const paidOtherwise = () =>
  new Refusal("already_paid", "This order was paid another way.", {
    kind: "CONFLICT",
  })

/** No coin is smaller than the currency's smallest. */
function refuseFinerAmount(amount: string, currency: string) {
  try {
    toMinor(amount, currency)
  } catch {
    throw new Refusal("invalid_data", "This is no amount of the currency.", {
      details: [
        { field: "amount", message: `must be an amount of ${currency}` },
      ],
    })
  }
}

/** The core payment behind the cash, unless there is none to collect. */
export const findCashToCollectStep = createStep(
  findCashToCollectStepId,
  async (
    { order_id, amount }: Pick<CollectInput, "order_id" | "amount">,
    { container }
  ) => {
    const order = await readCashOrder(container, order_id)
    const desk: OrderDeskService = container.resolve(ORDER_DESK_MODULE)
    const [row] = await desk.listCashCollections({ order_id })
    if (row?.state === "withdrawn") {
      throw paidOtherwise()
    }
    const session = cashSessionOf(order)
    if (!session) {
      throw notAllowed("not_a_cash_order", "This order is not paid in cash.")
    }
    if (order.status === "canceled") {
      throw notAllowed("order_canceled", "This order was cancelled.")
    }
    refuseFinerAmount(amount, order.currency_code)
    // A server may have died between a collection and its payment.
    const resumes = row?.state === "collected" && !session.payment?.captured_at
    return new StepResponse({ session_id: session.id, resumes })
  }
)
