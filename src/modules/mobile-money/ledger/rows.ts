import type { AskedAttempt } from "../driver"
import type { AttemptState, AwaitedState, ReturnState } from "../types"

/** Rows as Postgres gives them: numerics are text. */
export type AwaitedRow = {
  id: string
  order_id: string
  payment_collection_id: string
  driver: string
  amount: string
  currency_code: string
  phone: string | null
  state: AwaitedState
  settled_by: string | null
  expires_at: Date | null
  busy_until: Date | null
  closed_at: Date | null
  announced_at: Date | null
}

export type AttemptRow = {
  id: string
  awaited_id: string
  number: number
  driver: string
  phone: string
  amount: string
  currency_code: string
  state: AttemptState
  provider_reference: string | null
  request_reference: string | null
  receipt: string | null
  reason: string | null
  started_by: string
  asked_at: Date | null
  ended_at: Date | null
  checks: number
  next_check_at: Date | null
  created_at: Date
}

export type EventRow = {
  id: string
  driver: string
  topic: string
  subject_id: string | null
  body: unknown
  tries: number
  created_at: Date
}

export type ReturnRow = {
  id: string
  attempt_id: string
  driver: string
  way: "reversal" | "manual"
  cause: "refund" | "surplus"
  amount: string
  currency_code: string
  state: ReturnState
  receipt: string | null
  note: string | null
  refund_id: string | null
  requested_by: string
  tries: number
}

export const askedAttempt = (row: AttemptRow): AskedAttempt => ({
  id: row.id,
  provider_reference: row.provider_reference,
  request_reference: row.request_reference,
  receipt: row.receipt,
  amount: Number(row.amount),
  currency_code: row.currency_code,
  asked_at: row.asked_at,
})
