import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { methodOfProvider } from "../../markets"
import {
  type MobilePayment,
  type MobilePaymentState,
  readMobilePayment,
  startPayment,
} from "../payment"

export type PaymentState =
  | MobilePaymentState
  | "not_required"
  | "action_required"
  | "pending"
  | "authorized"
  | "failed"

/** What the shopper sees of the payment of an order. */
export type CheckoutPayment = {
  method: string | null
  state: PaymentState
  amount: number
  currency_code: string
  /** What the storefront or the shopper has to do next, where it is their turn. */
  next?: { type: "confirm_card"; client_secret: string } | MobilePayment["next"]
} & Partial<
  Pick<MobilePayment, "seconds_left" | "phone" | "reason" | "receipt">
>

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

/** A phone is asked; cash waits for the driver, a card was confirmed before. */
export const paymentPort: PaymentPort = {
  async start(container, { order_id, phone }) {
    await startPayment(container, { order_id, phone, started_by: "shopper" })
  },
  async view(container, order_id) {
    const mobile = await readMobilePayment(container, order_id)
    if (mobile) {
      return mobile
    }
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

/** How the payment of an order stands, whatever its method. */
export const readOrderPayment = paymentPort.view
