import { lockAwaited } from "./awaited"
import { enter } from "./entries"
import { takeLease } from "./proofs"
import type { AwaitedRow } from "./rows"
import { first, type Sql } from "./sql"

export type Choice = {
  awaited_id: string
  /** What the shopper saw; another choice in between refuses this one. */
  from: string
  to: string
  /** Money that comes at the door has no time that runs out. */
  endless: boolean
  /** So long, in seconds, a phone that was asked has the word. */
  patience: number
  actor: string
}

export type Chosen =
  | { chosen: { expires_at: Date | null } }
  | { refused: "ended"; state: string }
  | { refused: "time_over" | "changed" | "busy" }
  | { refused: "undecided"; seconds: number }

type Standing = { over: boolean; busy: boolean; open_for: number | null }

/** How a wait stands at this moment, by the clock of the database. */
const standingOf = (sql: Sql, id: string, patience: number) =>
  first(
    sql<Standing>(
      `select coalesce(w.expires_at <= now(), false) as over,
         coalesce(w.busy_until > now(), false) as busy,
         (select min(extract(epoch from now() - a.created_at))::int
          from payment_attempt a where a.awaited_id = w.id
            and a.state in ('created', 'asked', 'unknown')
            and a.created_at > now() - ? * interval '1 second') as open_for
       from awaited_payment w where w.id = ?`,
      [patience, id]
    )
  )

/**
 * Waits for another method from here on. Money decides first: a wait that has
 * ended, or that somebody works on, is not changed.
 */
export async function chooseMethod(sql: Sql, choice: Choice): Promise<Chosen> {
  const { awaited_id: id, from, to, actor, patience } = choice
  const awaited = await lockAwaited(sql, id)
  if (awaited?.state !== "waiting") {
    return { refused: "ended", state: awaited?.state ?? "unknown" }
  }
  const standing = await standingOf(sql, id, patience)
  if (standing?.over) {
    return { refused: "time_over" }
  }
  if (standing?.busy) {
    return { refused: "busy" }
  }
  if (awaited.driver !== from) {
    return { refused: "changed" }
  }
  if (standing && standing.open_for !== null) {
    return { refused: "undecided", seconds: patience - standing.open_for }
  }
  const { expires_at } = awaited
  if (from === to) {
    return { chosen: { expires_at } }
  }
  await sql(
    `update awaited_payment set driver = ?, updated_at = now(),
       expires_at = case when ? then null else expires_at end
     where id = ?`,
    [to, choice.endless, id]
  )
  await enter(sql, {
    awaited_id: id,
    what: "method_chosen",
    actor,
    detail: { from, to },
  })
  return { chosen: { expires_at } }
}

export type Back = {
  awaited_id: string
  from: string
  to: string
  expires_at: Date | string | null
  actor: string
}

/** Takes a choice back that could not be carried out, unless money came. */
export async function chooseBack(sql: Sql, back: Back) {
  if (back.from === back.to) {
    return
  }
  const [changed] = await sql<{ id: string }>(
    `update awaited_payment set driver = ?, expires_at = ?, updated_at = now()
     where id = ? and state = 'waiting' and driver = ? returning id`,
    [back.from, back.expires_at, back.awaited_id, back.to]
  )
  if (changed) {
    await enter(sql, {
      awaited_id: back.awaited_id,
      what: "method_chosen",
      actor: back.actor,
      detail: { from: back.to, to: back.from },
    })
  }
}

export const letGo = (sql: Sql, id: string) =>
  sql(
    `update awaited_payment set busy_until = null
     where id = ? and state <> 'settling'`,
    [id]
  )

export type Taking = {
  awaited_id: string
  /** The payment session whose money is there. */
  session_id: string
  /** The method of that session. */
  method: string
  actor: string
}

/**
 * - `settle`: the order takes this money
 * - `settled`: it has it already
 * - `ended`: the order has other money, or takes none any more
 */
export type Taken = { taken: "settle" | "settled" | "ended"; state: string }

/** What `acceptProof` is for a phone: one session, or attempt, gets the order. */
export async function takeSession(sql: Sql, taking: Taking): Promise<Taken> {
  const { awaited_id: id, session_id, method, actor } = taking
  const awaited = (await lockAwaited(sql, id)) as AwaitedRow
  const { state } = awaited
  if (awaited.settled_by === session_id) {
    await takeLease(sql, id)
    return { taken: state === "paid" ? "settled" : "settle", state }
  }
  if (state !== "waiting") {
    return { taken: "ended", state }
  }
  await sql(
    `update awaited_payment set state = 'settling', settled_by = ?, driver = ?,
       busy_until = now() + interval '60 seconds', updated_at = now()
     where id = ?`,
    [session_id, method, id]
  )
  await enter(sql, {
    awaited_id: id,
    what: "session_paid",
    actor,
    detail: { session_id, method },
  })
  return { taken: "settle", state: "settling" }
}

export type GivenUp = { awaited_id: string; session_id: string; method: string }

/** The money did not come after all; `method` is what the order waits for. */
export const giveUpSession = (
  sql: Sql,
  { awaited_id, session_id, method }: GivenUp
) =>
  sql(
    `update awaited_payment set state = 'waiting', settled_by = null,
       driver = ?, busy_until = null, updated_at = now()
     where id = ? and state = 'settling' and settled_by = ?`,
    [method, awaited_id, session_id]
  )
