import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { isPaymentMethod, methodOfProvider, paymentMethod } from "../../markets"
import {
  type MobilePayment,
  type MobilePaymentState,
  readAwaitedPayment,
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
  created_at?: string | Date
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

const bySession = (one: Session, other: Session) =>
  new Date(one.created_at ?? 0).getTime() -
  new Date(other.created_at ?? 0).getTime()

/**
 * Read from core's own records; a phone payment says more than these do. Of
 * several sessions the one that holds money counts, else the newest; of the
 * method, when one is named.
 */
export function paymentViewOf(
  { total, currency_code, payment_collections = [] }: PaidThing,
  method?: string
): CheckoutPayment {
  const sessionsOf = (one: (typeof payment_collections)[number] | undefined) =>
    [...(one?.payment_sessions ?? [])]
      .filter(
        ({ provider_id }) => !method || methodOfProvider(provider_id) === method
      )
      .sort(bySession)
  const collection = method
    ? payment_collections.find((one) => sessionsOf(one).length > 0)
    : payment_collections.at(-1)
  const sessions = sessionsOf(collection)
  const session =
    sessions.find(({ status }) => status === "authorized") ?? sessions.at(-1)
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

const isMobile = (method: string) =>
  isPaymentMethod(method) && paymentMethod(method).kind === "mobile"

/** An order that was to be paid by phone, and waits for a card or cash now. */
function waitView(
  { method, state, amount, currency_code, seconds_left }: MobilePayment,
  booked: CheckoutPayment
): CheckoutPayment {
  const view = { method, amount, currency_code }
  switch (state) {
    case "asking":
    case "unpaid":
      if (["action_required", "pending"].includes(booked.state)) {
        return { ...booked, method, seconds_left }
      }
      return ["authorized", "paid"].includes(booked.state)
        ? { ...view, state: "confirming", next: { type: "wait" } }
        : { ...view, state: "action_required", seconds_left }
    case "paid":
      return { ...view, state: booked.state }
    default:
      return { ...view, state }
  }
}

/** A phone is asked; cash waits for the driver, a card was confirmed before. */
export const paymentPort: PaymentPort = {
  async start(container, { order_id, phone }) {
    await startPayment(container, { order_id, phone, started_by: "shopper" })
  },
  async view(container, order_id) {
    const awaited = await readAwaitedPayment(container, order_id)
    if (awaited && isMobile(awaited.method)) {
      return awaited
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
    const booked = paymentViewOf(
      data[0] as unknown as PaidThing,
      awaited?.method
    )
    return awaited ? waitView(awaited, booked) : booked
  },
}
