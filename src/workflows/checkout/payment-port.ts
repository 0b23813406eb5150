import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { methodOfProvider } from "../../markets"

export type PaymentState =
  | "not_required"
  | "action_required"
  | "pending"
  | "authorized"
  | "paid"
  | "canceled"
  | "failed"

/** What the shopper sees of the payment of an order. */
export type CheckoutPayment = {
  method: string | null
  state: PaymentState
  amount: number
  currency_code: string
  /** What the storefront has to do next, where it is its turn. */
  next?: { type: "confirm_card"; client_secret: string }
}

/** All the checkout knows about payments once an order exists. */
export interface PaymentPort {
  /** Asks for the money of a committed order; safe to repeat. */
  start(
    container: MedusaContainer,
    order: { order_id: string; phone: string | null }
  ): Promise<void>
  view(container: MedusaContainer, order_id: string): Promise<CheckoutPayment>
}

type Session = {
  provider_id: string
  status: string
  amount: number
  data?: { client_secret?: unknown } | null
}

export type PaidThing = {
  total: number
  currency_code: string
  payment_collections?: {
    status: string
    captured_amount?: number | null
    payment_sessions?: Session[]
  }[]
}

const STATES: Readonly<Record<string, PaymentState>> = {
  pending: "action_required",
  requires_more: "action_required",
  error: "action_required",
  pending_authorization: "pending",
  authorized: "authorized",
  captured: "paid",
  canceled: "canceled",
}

const secretOf = ({ data }: Session) =>
  typeof data?.client_secret === "string" ? data.client_secret : undefined

/** Read from core's own records; a phone payment says more than these do. */
export function paymentViewOf({
  total,
  currency_code,
  payment_collections = [],
}: PaidThing): CheckoutPayment {
  const collection = payment_collections.at(-1)
  const session = collection?.payment_sessions?.at(-1)
  if (!collection || !session) {
    const state = Number(total) > 0 ? "action_required" : "not_required"
    return { method: null, state, amount: total, currency_code }
  }
  const state =
    collection.status === "completed"
      ? "paid"
      : (STATES[session.status] ?? "failed")
  const client_secret = secretOf(session)
  return {
    method: methodOfProvider(session.provider_id) ?? null,
    state,
    amount: session.amount,
    currency_code,
    ...(state === "action_required" && client_secret
      ? { next: { type: "confirm_card", client_secret } }
      : {}),
  }
}

/** For methods that wait for nobody's phone: cash and cards. */
export const paymentPort: PaymentPort = {
  async start() {
    // Cash waits for the driver, and a card has been confirmed already.
  },
  async view(container, order_id) {
    const { data } = await container
      .resolve(ContainerRegistrationKeys.QUERY)
      .graph({
        entity: "order",
        fields: [
          "total",
          "currency_code",
          "payment_collections.status",
          "payment_collections.payment_sessions.*",
        ],
        filters: { id: order_id },
      })
    return paymentViewOf(data[0] as unknown as PaidThing)
  },
}
