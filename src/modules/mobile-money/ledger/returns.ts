import { MathBN } from "@medusajs/framework/utils"
import type { GiveBackOutcome } from "../driver"
import { report } from "./differences"
import { enter } from "./entries"
import type { AttemptRow, ReturnRow } from "./rows"
import { first, newId, raw, type Sql } from "./sql"

export type ReturnRequest = {
  attempt_id: string
  way: "reversal" | "manual"
  cause: "refund" | "surplus"
  amount: number
  requested_by: string
  note?: string
}

export type Requested =
  | { requested: ReturnRow }
  | { refused: "not_paid" | "more_than_paid" | "reversal_is_whole" }
  | { refused: "already_requested"; existing: ReturnRow }

/** Writes down that money goes back; never more than came. */
export async function requestReturn(
  sql: Sql,
  request: ReturnRequest
): Promise<Requested> {
  const attempt = await first(
    sql<AttemptRow>("select * from payment_attempt where id = ? for update", [
      request.attempt_id,
    ])
  )
  const paid = { refund: ["settled"], surplus: ["surplus"] }[request.cause]
  if (!attempt || !paid.includes(attempt.state)) {
    return { refused: "not_paid" }
  }
  const standing = await sql<ReturnRow>(
    `select * from money_return
     where attempt_id = ? and state <> 'failed' and deleted_at is null`,
    [attempt.id]
  )
  const whole = attempt.amount
  const gone = MathBN.sum(0, ...standing.map(({ amount }) => amount))
  if (standing.length && MathBN.gte(gone, whole)) {
    return { refused: "already_requested", existing: standing[0] }
  }
  if (MathBN.gt(MathBN.add(gone, request.amount), whole)) {
    return { refused: "more_than_paid" }
  }
  if (request.way === "reversal" && !MathBN.eq(request.amount, whole)) {
    return { refused: "reversal_is_whole" }
  }
  const [requested] = await sql<ReturnRow>(
    `insert into money_return
       (id, attempt_id, driver, way, cause, amount, raw_amount, currency_code,
        state, note, requested_by, next_try_at, tries)
     values (?, ?, ?, ?, ?, ?, ?, ?, 'requested', ?, ?, now(), 0)
     returning *`,
    [
      newId("mret"),
      attempt.id,
      attempt.driver,
      request.way,
      request.cause,
      request.amount,
      raw(request.amount),
      attempt.currency_code,
      request.note ?? null,
      request.requested_by,
    ]
  )
  await enter(sql, {
    awaited_id: attempt.awaited_id,
    attempt_id: attempt.id,
    what: "return_requested",
    actor: request.requested_by,
    detail: {
      way: request.way,
      amount: request.amount,
      return_id: requested.id,
    },
  })
  return { requested }
}

/**
 * Reversals to be sent, one sender each. A reversal whose answer was lost is
 * not sent again by itself: nobody can tell whether the money left.
 */
export const claimReturns = (sql: Sql, limit: number, id?: string) =>
  sql<ReturnRow & { attempt_receipt: string | null }>(
    `update money_return r set tries = tries + 1,
       next_try_at = now() + interval '5 minutes'
     from payment_attempt a
     where a.id = r.attempt_id and r.id in (
       select id from money_return
       where state = 'requested' and way = 'reversal' and next_try_at <= now()
         and deleted_at is null and (?::text is null or id = ?)
       order by id limit ? for update skip locked
     )
     returning r.*, a.receipt as attempt_receipt`,
    [id ?? null, id ?? null, limit]
  )

/** Written down before the provider hears of it; false when it was before. */
export async function markSending(sql: Sql, id: string, tokenHash: string) {
  const sending = await sql<{ id: string }>(
    `update money_return set state = 'unknown', token_hash = ?, sent_at = now(),
       updated_at = now() where id = ? and state = 'requested' returning id`,
    [tokenHash, id]
  )
  return sending.length > 0
}

export async function noteGiveBack(
  sql: Sql,
  id: string,
  outcome: GiveBackOutcome
): Promise<ReturnRow | undefined> {
  switch (outcome.outcome) {
    case "requested":
      return first(
        sql<ReturnRow>(
          `update money_return set request_reference = ?,
             state = case when state = 'unknown' then 'sent' else state end,
             updated_at = now() where id = ? returning *`,
          [outcome.request_reference, id]
        )
      )
    case "done":
      return endReturn(sql, id, { state: "done", receipt: outcome.receipt })
    case "refused":
      return endReturn(sql, id, { state: "failed", error: outcome.detail })
    case "unknown":
      return first(
        sql<ReturnRow>(
          `update money_return set error = ?, updated_at = now()
           where id = ? and state = 'unknown' returning *`,
          [outcome.detail, id]
        )
      )
  }
}

export type ReturnEnd =
  | { state: "done"; receipt?: string; actor?: string }
  | { state: "failed"; error: string; actor?: string }

/** Returns the row when this call ended it, and nothing when it had ended. */
export async function endReturn(sql: Sql, id: string, end: ReturnEnd) {
  const ended = await first(
    sql<ReturnRow>(
      `update money_return set state = ?, receipt = coalesce(?, receipt),
         error = ?, done_at = now(), next_try_at = null, updated_at = now()
       where id = ? and state in ('requested', 'sent', 'unknown') returning *`,
      [
        end.state,
        end.state === "done" ? (end.receipt ?? null) : null,
        end.state === "failed" ? end.error : null,
        id,
      ]
    )
  )
  if (!ended) {
    return undefined
  }
  const attempt = await first(
    sql<AttemptRow & { order_id: string }>(
      `select a.*, w.order_id from payment_attempt a
       join awaited_payment w on w.id = a.awaited_id where a.id = ?`,
      [ended.attempt_id]
    )
  )
  await enter(sql, {
    awaited_id: attempt?.awaited_id,
    attempt_id: ended.attempt_id,
    what: end.state === "done" ? "returned" : "return_failed",
    actor: end.actor ?? "provider",
    detail: { return_id: id, amount: Number(ended.amount), ...end },
  })
  if (end.state === "failed") {
    await report(sql, {
      driver: ended.driver,
      kind: "return_failed",
      reference: id,
      attempt_id: ended.attempt_id,
      order_id: attempt?.order_id,
      amount: Number(ended.amount),
      currency_code: ended.currency_code,
      detail: { error: end.error, cause: ended.cause },
    })
  }
  return ended
}

export type ReturnKey = "id" | "token_hash" | "request_reference"

export const returnBy = (sql: Sql, column: ReturnKey, value: string) =>
  first(
    sql<ReturnRow>(
      `select * from money_return where ${column} = ? and deleted_at is null`,
      [value]
    )
  )

/** Money that is back, but whose order does not show it yet. */
export const claimUnbooked = (sql: Sql, limit: number, id?: string) =>
  sql<ReturnRow>(
    `update money_return set next_try_at = now() + interval '5 minutes'
     where id in (
       select id from money_return
       where state = 'done' and cause = 'refund' and refund_id is null
         and (next_try_at is null or next_try_at <= now())
         and (?::text is null or id = ?)
       order by id limit ? for update skip locked
     ) returning *`,
    [id ?? null, id ?? null, limit]
  )

export const markBooked = (sql: Sql, id: string, refundId: string) =>
  sql(
    `update money_return set refund_id = ?, next_try_at = null
     where id = ? and refund_id is null`,
    [refundId, id]
  )

/** Sent a while ago, and the provider has not said how it ended. */
export const overdueReturns = (sql: Sql, limit: number) =>
  sql<ReturnRow>(
    `select r.* from money_return r
     where r.state in ('sent', 'unknown') and r.deleted_at is null
       and r.sent_at < now() - interval '15 minutes'
       and not exists (
         select 1 from payment_difference d
         where d.kind = 'return_failed' and d.reference = r.id)
     order by r.id limit ?`,
    [limit]
  )
