import {
  marketByCountry,
  methodOfProvider,
  paymentMethod,
} from "../../../markets"
import { refuseDearCashOrder, refuseManyCashOrders } from "../../cash/limits"
import { Refusal } from "../../refusal"
import { phoneOfOrder } from "../plan/contact"
import type {
  CompletionCart,
  CompletionCheck,
  CompletionSession,
} from "./types"

const marketOf = ({ shipping_address }: CompletionCart) =>
  shipping_address?.country_code
    ? marketByCountry(shipping_address.country_code)
    : undefined

const methodOf = (session: CompletionSession | undefined) =>
  session ? methodOfProvider(session.provider_id) : undefined

/** A region may be linked to a provider its market does not offer. */
export const paymentMethodCheck: CompletionCheck = {
  name: "payment-method",
  check(_container, cart, session) {
    const method = methodOf(session)
    const market = marketOf(cart)
    if (method && market && !market.payment_methods.includes(method)) {
      throw new Refusal(
        "payment_method_unavailable",
        `${market.name} does not offer this way of paying.`,
        { kind: "NOT_ALLOWED" }
      )
    }
  },
}

/** What a market risks on money that comes at the door. */
export const cashLimitCheck: CompletionCheck = {
  name: "cash-limit",
  async check(container, cart, session) {
    const method = methodOf(session)
    const market = marketOf(cart)
    if (!method || !market || paymentMethod(method).kind !== "cash") {
      return
    }
    refuseDearCashOrder(market, cart.total)
    const phone = phoneOfOrder(cart, market.country)
    if (!phone) {
      throw new Refusal(
        "phone_required",
        "Cash on delivery needs a phone number, so that the driver can call."
      )
    }
    await refuseManyCashOrders(container, market, phone)
  },
}
