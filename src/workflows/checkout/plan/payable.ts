import { type Reasons, refuseUnknownCodes } from "./codes"
import { isSameMoney } from "./same-money"
import type { CheckoutPlan } from "../types"

export type PayableSession = {
  id: string
  provider_id: string
  status: string
  amount: number
  payment?: { canceled_at: string | Date | null } | null
}

export type PayableCart = {
  id: string
  total: number
  currency_code: string
  customer_id: string | null
  promotions?: ({ code?: string } | null)[]
  payment_collection?: {
    id: string
    payment_sessions?: PayableSession[]
  } | null
}

export type Payable = {
  cart_id: string
  customer_id: string | null
  /** Nothing is left to pay, so there is nobody to ask. */
  free: boolean
  collection_id: string | null
  /** A session of the same provider and amount, which is used again. */
  session_id: string | null
}

const DEAD = new Set(["canceled", "captured"])

const isUsable = (
  session: PayableSession,
  { total, currency_code }: PayableCart,
  provider: string
) =>
  session.provider_id === provider &&
  !DEAD.has(session.status) &&
  !session.payment?.canceled_at &&
  isSameMoney(session.amount, total, currency_code)

export const appliedCodes = ({
  promotions = [],
}: Pick<PayableCart, "promotions">): string[] =>
  promotions.flatMap((held) => held?.code ?? [])

/** How a prepared cart stands towards being paid. */
export function payableOf(
  cart: PayableCart,
  { sent_codes, payment }: Pick<CheckoutPlan, "sent_codes" | "payment">,
  reasons?: Reasons
): Payable {
  refuseUnknownCodes(sent_codes, appliedCodes(cart), reasons)
  const sessions = cart.payment_collection?.payment_sessions ?? []
  return {
    cart_id: cart.id,
    customer_id: cart.customer_id,
    free: Number(cart.total) <= 0,
    collection_id: cart.payment_collection?.id ?? null,
    session_id:
      sessions.find((session) => isUsable(session, cart, payment.provider_id))
        ?.id ?? null,
  }
}
