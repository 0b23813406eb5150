import { enter } from "./entries"
import type { AwaitedRow } from "./rows"
import { first, newId, raw, type Sql } from "./sql"

export type Expected = {
  order_id: string
  payment_collection_id: string
  driver: string
  amount: number
  currency_code: string
  phone: string | null
  /** How long it waits; null for an order that is paid at the door at last. */
  minutes: number | null
}

/** Begins to wait, once for an order however often it is called. */
export async function expectPayment(sql: Sql, expected: Expected) {
  const id = newId("await")
  const [created] = await sql<{ id: string }>(
    `insert into awaited_payment
       (id, order_id, payment_collection_id, driver, amount, raw_amount,
        currency_code, phone, state, expires_at)
     values (?, ?, ?, ?, ?, ?, ?, ?, 'waiting', now() + ?::float * interval '1 minute')
     on conflict (order_id) where deleted_at is null do nothing
     returning id`,
    [
      id,
      expected.order_id,
      expected.payment_collection_id,
      expected.driver,
      expected.amount,
      raw(expected.amount),
      expected.currency_code,
      expected.phone,
      expected.minutes,
    ]
  )
  if (created) {
    await enter(sql, { awaited_id: id, what: "waiting", actor: "shopper" })
  }
  return (await awaitedOf(sql, expected.order_id)) as AwaitedRow
}

export const awaitedOf = (sql: Sql, orderId: string) =>
  first(
    sql<AwaitedRow>(
      "select * from awaited_payment where order_id = ? and deleted_at is null",
      [orderId]
    )
  )

export const lockAwaited = (sql: Sql, id: string) =>
  first(
    sql<AwaitedRow>("select * from awaited_payment where id = ? for update", [
      id,
    ])
  )

/** Whoever claims a row works on it alone for this long. */
const LEASE = "interval '60 seconds'"

const claim = (
  sql: Sql,
  condition: string,
  limit: number,
  values: readonly unknown[] = []
) =>
  sql<AwaitedRow>(
    `update awaited_payment set busy_until = now() + ${LEASE}
     where id in (
       select id from awaited_payment
       where deleted_at is null and ${condition}
         and (busy_until is null or busy_until < now())
       order by id limit ? for update skip locked
     )
     returning *`,
    [...values, limit]
  )

/** Their time is over, and nobody is asking the provider for them. */
export const claimOverdue = (sql: Sql, limit: number) =>
  claim(sql, "state = 'waiting' and expires_at <= now()", limit)

/** Whoever settled them stopped in the middle. Settling takes its own lease. */
export const halfSettled = (sql: Sql, limit: number) =>
  sql<AwaitedRow>(
    `select * from awaited_payment
     where state = 'settling' and deleted_at is null
       and (busy_until is null or busy_until < now())
     order by id limit ?`,
    [limit]
  )

/** Placed a while ago, and no phone was asked yet. */
export const neverAsked = (sql: Sql, limit: number, drivers: Drivers) =>
  sql<AwaitedRow>(
    `select w.* from awaited_payment w
     where w.state = 'waiting' and w.deleted_at is null and w.phone is not null
       and w.created_at < now() - interval '30 seconds' and w.expires_at > now()
       and w.driver = any(string_to_array(?, ','))
       and not exists (
         select 1 from payment_attempt a where a.awaited_id = w.id)
     order by w.id limit ?`,
    [drivers.join(","), limit]
  )

/** They ended, but not everything around them has. */
export const claimUnclosed = (sql: Sql, limit: number, id?: string) =>
  claim(
    sql,
    `closed_at is null and state in ('paid', 'expired', 'cancelled')
       and (?::text is null or id = ?)`,
    limit,
    [id ?? null, id ?? null]
  )

/** The methods whose phones are asked from here. */
export type Drivers = readonly string[]

export type WaitEnd = { state: "expired" | "cancelled"; actor: string }
/** Paid by an attempt, or by a session of the payment module. */
export type Paid = {
  id: string
  actor: string
} & ({ attempt_id: string } | { session_id: string })

/** The wait is over without money; false when money was faster. */
export async function endWait(sql: Sql, id: string, end: WaitEnd) {
  const [ended] = await sql<{ id: string }>(
    `update awaited_payment set state = ?, updated_at = now()
     where id = ? and state = 'waiting'
       and (? <> 'expired' or expires_at <= now())
     returning id`,
    [end.state, id, end.state]
  )
  if (ended) {
    await enter(sql, { awaited_id: id, what: end.state, actor: end.actor })
  }
  return Boolean(ended)
}

/** How the wait ended was not told yet; one caller tells it at a time. */
export const claimUnannounced = (sql: Sql, limit: number, id?: string) =>
  sql<AwaitedRow>(
    `update awaited_payment set busy_until = now() + ${LEASE}
     where id in (
       select id from awaited_payment
       where deleted_at is null and announced_at is null
         and (state = 'paid' or (state = 'expired' and closed_at is not null))
         and (busy_until is null or busy_until < now())
         and (?::text is null or id = ?)
       order by id limit ? for update skip locked
     )
     returning *`,
    [id ?? null, id ?? null, limit]
  )

export const markAnnounced = (sql: Sql, id: string) =>
  sql(
    `update awaited_payment set announced_at = now(), busy_until = null
     where id = ? and announced_at is null`,
    [id]
  )

/** Waits a little longer, because a phone may still be answering. */
export const prolong = (sql: Sql, id: string, seconds: number) =>
  sql(
    `update awaited_payment
     set expires_at = now() + ? * interval '1 second', busy_until = null
     where id = ? and state = 'waiting'`,
    [seconds, id]
  )

export const markClosed = (sql: Sql, id: string) =>
  sql(
    `update awaited_payment set closed_at = now(), busy_until = null
     where id = ? and closed_at is null`,
    [id]
  )

/** The order has the money. */
export async function markPaid(sql: Sql, { id, actor, ...paid_by }: Paid) {
  const attempt_id = "attempt_id" in paid_by ? paid_by.attempt_id : null
  const [paid] = await sql<{ id: string }>(
    `update awaited_payment
     set state = 'paid', busy_until = null, updated_at = now()
     where id = ? and state = 'settling' and settled_by = ? returning id`,
    [id, "session_id" in paid_by ? paid_by.session_id : attempt_id]
  )
  await sql(
    `update payment_attempt
     set state = 'settled', next_check_at = null, updated_at = now()
     where id = ? and state = 'paid'`,
    [attempt_id]
  )
  if (paid) {
    await enter(sql, { awaited_id: id, attempt_id, what: "settled", actor })
  }
  return Boolean(paid)
}
