import type { MedusaContainer } from "@medusajs/framework/types"
import { maskPhone } from "../../../lib/phone"
import type { FailureReason } from "../../../modules/mobile-money/types"
import { patience } from "./patience"
import { mobileMoney } from "./resolve"

export type MobilePaymentState =
  /** The phone is asking. */
  | "asking"
  /** Nobody is asked at the moment: the last try failed, or none was made. */
  | "unpaid"
  /** The money is there and is being booked. */
  | "confirming"
  | "paid"
  | "expired"
  | "canceled"

/** An order's wait for its money, whatever the method. */
export type MobilePayment = {
  method: string
  state: MobilePaymentState
  amount: number
  currency_code: string
  /** Until the order is cancelled for want of money. */
  seconds_left: number | null
  /** Masked; whose phone was asked last. */
  phone: string | null
  /** Why the last try failed. */
  reason: FailureReason | null
  receipt: string | null
  next:
    | { type: "approve_on_phone"; try_again_after: number }
    | { type: "try_again"; try_again_after: number }
    | { type: "give_phone" }
    | { type: "wait" }
    | null
}

const OPEN = ["created", "asked", "unknown"]

const secondsFrom = (instant: Date | string) =>
  (Date.now() - new Date(instant).getTime()) / 1000

const left = (patient: number, since: Date | string) =>
  Math.max(0, Math.ceil(patient - secondsFrom(since)))

/**
 * What a shopper may know about an order's wait for its money; null when it
 * never waited. Of a card or cash the sessions of the order say more.
 */
export async function readAwaitedPayment(
  container: MedusaContainer,
  orderId: string
): Promise<MobilePayment | null> {
  const ledger = mobileMoney(container)
  const awaited = await ledger.awaitedOf(orderId)
  if (!awaited) {
    return null
  }
  const attempts = await ledger.listPaymentAttempts(
    { awaited_id: awaited.id },
    { order: { number: "ASC" } }
  )
  const last = attempts.at(-1)
  const paidBy = attempts.find(({ id }) => id === awaited.settled_by)
  const isOpen = last !== undefined && OPEN.includes(last.state)
  const common = {
    method: awaited.driver,
    amount: Number(awaited.amount),
    currency_code: awaited.currency_code,
    phone: last ? maskPhone(last.phone) : null,
    reason: null,
    receipt: paidBy?.receipt ?? null,
    seconds_left: null,
    next: null,
  }
  switch (awaited.state) {
    case "paid":
      return { ...common, state: "paid" }
    case "settling":
      return { ...common, state: "confirming", next: { type: "wait" } }
    case "expired":
      return { ...common, state: "expired" }
    case "cancelled":
      return { ...common, state: "canceled" }
    case "waiting":
      return {
        ...common,
        state: isOpen ? "asking" : "unpaid",
        seconds_left: awaited.expires_at
          ? Math.max(0, -Math.floor(secondsFrom(awaited.expires_at)))
          : null,
        reason: isOpen
          ? null
          : ((last?.reason ?? null) as FailureReason | null),
        next: nextOf(last, isOpen),
      }
  }
}

function nextOf(
  last:
    | { created_at: Date; ended_at: Date | null; reason: string | null }
    | undefined,
  isOpen: boolean
): MobilePayment["next"] {
  if (!last) {
    return { type: "give_phone" }
  }
  if (isOpen) {
    const try_again_after = left(patience.unanswered, last.created_at)
    return { type: "approve_on_phone", try_again_after }
  }
  const rest =
    last.reason === "too_soon" ? patience.unanswered : patience.coolDown
  return {
    type: "try_again",
    try_again_after: left(rest, last.ended_at ?? last.created_at),
  }
}
