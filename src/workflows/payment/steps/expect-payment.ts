import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { roundToMinor, toAmount } from "../../../lib/money"
import { parsePhone } from "../../../lib/phone"
import { methodOfProvider } from "../../../markets"
import { kindOfProvider } from "../lib/close-ends"
import { driverOf, marketOf, readOrderMoney } from "../lib/read-order"
import { mobileMoney } from "../lib/resolve"

export type ExpectPaymentStepInput = {
  order_id: string
  /** Also for cash at the door, which the shopper is about to pay otherwise. */
  cash_too?: boolean
}

export const expectPaymentStepId = "expect-payment"

/**
 * Begins to wait for an order's mobile money, once however often it is called.
 * It answers null for an order that pays another way, or has paid.
 *
 * Nothing is taken back when a later step fails: the order waits for its money
 * whether or not a phone could be asked.
 */
export const expectPaymentStep = createStep(
  expectPaymentStepId,
  async (
    { order_id, cash_too = false }: ExpectPaymentStepInput,
    { container }
  ) => {
    const ledger = mobileMoney(container)
    const known = await ledger.awaitedOf(order_id)
    if (known) {
      return new StepResponse(known)
    }
    const order = await readOrderMoney(container, order_id)
    const waiting = order.payment_collections
      .flatMap(({ id, payment_sessions }) =>
        payment_sessions.map((session) => ({ collection: id, session }))
      )
      .filter(({ session }) => session.status === "pending_authorization")
    const cash = waiting.find(
      ({ session }) => kindOfProvider(session.provider_id) === "cash"
    )
    const found =
      waiting.find(({ session }) => driverOf(session.provider_id)) ??
      (cash_too ? cash : undefined)
    const market = marketOf(order)
    if (!found || !market || order.status === "canceled") {
      return new StepResponse(null)
    }
    const { collection, session } = found
    const said = session.data?.phone ?? order.shipping_address?.phone
    const phone = said ? parsePhone(String(said), market.country) : undefined
    const awaited = await ledger.expectPayment({
      order_id,
      payment_collection_id: collection,
      driver: methodOfProvider(session.provider_id) ?? "",
      // Core's total may carry traces of tax; a phone is asked for money.
      amount: toAmount(
        roundToMinor(Number(session.amount), session.currency_code),
        session.currency_code
      ),
      currency_code: session.currency_code,
      phone: phone?.ok && phone.country === market.country ? phone.e164 : null,
      // What is promised at the door does not run out.
      minutes: cash ? null : market.reservation_minutes.mobile,
    })
    return new StepResponse(awaited)
  }
)
