import type { BadgeColor } from "../../components/common/state-badge"
import type { Attempt, Message, MoneyReturn, Payment, Story } from "./types"

export const paymentColors: Record<Payment["state"], BadgeColor> = {
  waiting: "orange",
  settling: "blue",
  paid: "green",
  expired: "grey",
  cancelled: "grey",
}

export const attemptColors: Record<Attempt["state"], BadgeColor> = {
  created: "grey",
  asked: "orange",
  unknown: "orange",
  refused: "red",
  failed: "red",
  mismatch: "red",
  paid: "blue",
  settled: "green",
  surplus: "purple",
}

export const returnColors: Record<MoneyReturn["state"], BadgeColor> = {
  requested: "orange",
  sent: "orange",
  unknown: "orange",
  done: "green",
  failed: "red",
}

export const messageColors: Record<Message["state"], BadgeColor> = {
  new: "orange",
  done: "green",
  parked: "red",
}

const UNPAID: readonly Attempt["state"][] = [
  "created",
  "asked",
  "unknown",
  "refused",
  "failed",
  "mismatch",
]

const CHECKABLE: readonly Attempt["state"][] = [
  "created",
  "asked",
  "unknown",
  "failed",
]

/** It may change by itself at any moment. */
export const isMoving = ({ state, returns }: Payment) =>
  state === "waiting" ||
  state === "settling" ||
  returns.some(({ state }) => !["done", "failed"].includes(state))

/** Of the payment the order took; a surplus goes back without anybody asking. */
export function leftToReturn({ state, attempts, returns, amount }: Payment) {
  const settled = attempts.find((attempt) => attempt.state === "settled")
  if (state !== "paid" || !settled) {
    return { left: 0, whole: false }
  }
  const gone = returns
    .filter(
      ({ attempt_id, state }) => attempt_id === settled.id && state !== "failed"
    )
    .reduce((sum, returned) => sum + returned.amount, 0)
  return { left: Math.max(0, amount - gone), whole: gone === 0 }
}

export const unpaidAttempts = ({ attempts }: Payment) =>
  attempts.filter(({ state }) => UNPAID.includes(state))

/** What can be done about it now; the server has the last word. */
export const possibilities = (story: Story) => ({
  ask: story.state === "waiting",
  check: story.attempts.some(({ state }) => CHECKABLE.includes(state)),
  match: unpaidAttempts(story).length > 0,
  give: leftToReturn(story).left > 0,
})

/** The provider was asked, and has not said how it ended. */
export const isUnanswered = ({ state }: MoneyReturn) =>
  state === "sent" || state === "unknown"

export const openDifferences = ({ differences }: Story) =>
  differences.filter(({ resolved_at }) => !resolved_at)
