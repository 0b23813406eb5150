import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { Refusal } from "../../refusal"
import { isSameMoney } from "../plan/same-money"
import type { CompletionCheck } from "./types"

const RECREATE = "Create the payment session again."

/** Core compares nothing: it takes what the session says for the order. */
export const paymentAmountCheck: CompletionCheck = {
  name: "payment-amount",
  check(_container, cart, session) {
    if (
      session &&
      !isSameMoney(session.amount, cart.total, cart.currency_code)
    ) {
      throw new Refusal(
        "payment_amount_differs",
        `The cart has changed since its payment session was made. ${RECREATE}`,
        { kind: "NOT_ALLOWED" }
      )
    }
  },
}

/**
 * A completion that failed has released the card but left its session as
 * authorised; core would take it for paid the next time.
 */
export const paymentHeldCheck: CompletionCheck = {
  name: "payment-held",
  async check(container, _cart, session) {
    if (session?.status !== "authorized") {
      return
    }
    const { data } = await container
      .resolve(ContainerRegistrationKeys.QUERY)
      .graph({
        entity: "payment",
        fields: ["id", "canceled_at"],
        filters: { payment_session_id: session.id },
      })
    if (data.some(({ canceled_at }) => canceled_at)) {
      throw new Refusal(
        "payment_canceled",
        `The payment of this session was cancelled. ${RECREATE}`,
        { kind: "NOT_ALLOWED" }
      )
    }
  },
}
