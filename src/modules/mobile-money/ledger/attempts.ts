import type { AskOutcome } from "../driver"
import type { FailureReason } from "../types"
import { awaitedOf, lockAwaited } from "./awaited"
import { enter } from "./entries"
import type { AttemptRow } from "./rows"
import { first, newId, raw, type Sql } from "./sql"

export type Opening = {
  order_id: string
  phone: string
  token_hash: string
  started_by: string
  /** Only these ask phones; an order may wait for another method. */
  drivers: readonly string[]
  /** Asks again only after the last question had this long, in seconds. */
  patience: number
  cool_down: number
  most: number
}

export type Opened =
  | { opened: AttemptRow }
  | { refused: "not_waiting"; state: string }
  | { refused: "other_method"; method: string }
  | { refused: "prompt_open" | "cool_down"; seconds: number }
  | { refused: "too_many_attempts" }

/** Writes the question down. Two at once: one is asked, the other refused. */
export async function openAttempt(sql: Sql, opening: Opening): Promise<Opened> {
  const { id } = (await awaitedOf(sql, opening.order_id)) ?? { id: "" }
  const awaited = await lockAwaited(sql, id)
  if (awaited?.state !== "waiting") {
    return { refused: "not_waiting", state: awaited?.state ?? "unknown" }
  }
  if (!opening.drivers.includes(awaited.driver)) {
    return { refused: "other_method", method: awaited.driver }
  }
  const last = await first(
    sql<AttemptRow & { open_for: number; ended_for: number }>(
      `select *, extract(epoch from now() - created_at)::int as open_for,
         extract(epoch from now() - ended_at)::int as ended_for
       from payment_attempt where awaited_id = ?
       order by number desc limit 1`,
      [id]
    )
  )
  const open = last && ["created", "asked", "unknown"].includes(last.state)
  if (open && last.open_for < opening.patience) {
    const seconds = opening.patience - last.open_for
    return { refused: "prompt_open", seconds }
  }
  const rest =
    last?.reason === "too_soon" ? opening.patience : opening.cool_down
  if (last && !open && last.ended_for < rest) {
    return { refused: "cool_down", seconds: rest - last.ended_for }
  }
  if (last && last.number >= opening.most) {
    return { refused: "too_many_attempts" }
  }
  const [opened] = await sql<AttemptRow>(
    `insert into payment_attempt
       (id, awaited_id, number, driver, phone, amount, raw_amount,
        currency_code, token_hash, state, started_by, next_check_at, checks)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'created', ?,
       now() + interval '60 seconds', 0)
     returning *`,
    [
      newId("patt"),
      id,
      (last?.number ?? 0) + 1,
      awaited.driver,
      opening.phone,
      awaited.amount,
      raw(Number(awaited.amount)),
      awaited.currency_code,
      opening.token_hash,
      opening.started_by,
    ]
  )
  await enter(sql, {
    awaited_id: id,
    attempt_id: opened.id,
    what: "opened",
    actor: opening.started_by,
  })
  return { opened }
}

const FIRST_CHECK = "interval '15 seconds'"

/** What the provider said at once. An answer of the phone may be here before. */
export async function noteAsked(sql: Sql, id: string, outcome: AskOutcome) {
  const asked = outcome.outcome === "asked" ? outcome : undefined
  const refused = outcome.outcome === "refused" ? outcome : undefined
  const [noted] = await sql<AttemptRow>(
    `update payment_attempt set
       state = case when state = 'created' then ? else state end,
       provider_reference = coalesce(provider_reference, ?),
       request_reference = coalesce(request_reference, ?),
       reason = case when state = 'created' then ? else reason end,
       code = case when state = 'created' then ? else code end,
       asked_at = now(),
       ended_at = case when state = 'created' and ? then now() else ended_at end,
       next_check_at = case
         when state <> 'created' then next_check_at
         when ? then null
         else now() + ${FIRST_CHECK} end,
       updated_at = now()
     where id = ? returning *`,
    [
      outcome.outcome,
      asked?.provider_reference ?? null,
      asked?.request_reference ?? null,
      refused?.reason ?? null,
      refused?.code ?? null,
      Boolean(refused),
      Boolean(refused),
      id,
    ]
  )
  await enter(sql, {
    awaited_id: noted.awaited_id,
    attempt_id: id,
    what: outcome.outcome,
    actor: "provider",
    detail: "detail" in outcome ? { detail: outcome.detail } : undefined,
  })
  return noted
}

export type Failure = {
  attempt_id: string
  reason: FailureReason
  code?: string
  actor: string
  /** Asks the provider once more after this long, in seconds. */
  recheck?: number
}

/** A failure never takes back what was proven paid. */
export async function markFailed(sql: Sql, failure: Failure) {
  const [failed] = await sql<AttemptRow>(
    `update payment_attempt set state = 'failed', reason = ?, code = ?,
       ended_at = now(), updated_at = now(),
       next_check_at = now() + ?::int * interval '1 second'
     where id = ? and state in ('created', 'asked', 'unknown') returning *`,
    [
      failure.reason,
      failure.code ?? null,
      failure.recheck ?? null,
      failure.attempt_id,
    ]
  )
  if (failed) {
    await enter(sql, {
      awaited_id: failed.awaited_id,
      attempt_id: failed.id,
      what: "failed",
      actor: failure.actor,
      detail: { reason: failure.reason, code: failure.code },
    })
  }
  return Boolean(failed)
}

/**
 * Attempts whose provider should be asked. Each claim puts the next question
 * further away: 15 s at first, a quarter of an hour in the end, a day in all.
 */
export const claimChecks = (sql: Sql, limit: number) =>
  sql<AttemptRow>(
    `update payment_attempt set checks = checks + 1,
       next_check_at = case
         when created_at < now() - interval '24 hours' then null
         when state = 'failed' then null
         when checks < 4 then now() + (checks + 1) * interval '15 seconds'
         else now() + interval '15 minutes' end
     where id in (
       select id from payment_attempt
       where deleted_at is null and next_check_at is not null
         and next_check_at <= now()
         and state in ('created', 'asked', 'unknown', 'failed')
       order by next_check_at limit ? for update skip locked
     )
     returning *`,
    [limit]
  )

export const openAttemptsOf = (sql: Sql, awaitedId: string) =>
  sql<AttemptRow>(
    `select * from payment_attempt where awaited_id = ?
       and (state in ('created', 'asked', 'unknown')
         or (state = 'failed' and next_check_at is not null))
     order by number`,
    [awaitedId]
  )

export type AttemptKey = "id" | "token_hash" | "receipt" | "provider_reference"

export const attemptBy = (sql: Sql, column: AttemptKey, value: string) =>
  first(
    sql<AttemptRow>(
      `select * from payment_attempt where ${column} = ? and deleted_at is null`,
      [value]
    )
  )
