import { report } from "./differences"
import type { EventRow } from "./rows"
import { first, newId, type Sql } from "./sql"

export type IncomingEvent = {
  driver: string
  topic: string
  key: string
  subject_id: string | null
  body: unknown
}

/** The same message a second time is not stored again. */
export const storeEvent = (sql: Sql, event: IncomingEvent) =>
  first(
    sql<{ id: string }>(
      `insert into provider_event
         (id, driver, topic, key, subject_id, body, state, next_try_at, tries)
       values (?, ?, ?, ?, ?, ?, 'new', now(), 0)
       on conflict (driver, key) where deleted_at is null do nothing
       returning id`,
      [
        newId("pev"),
        event.driver,
        event.topic,
        event.key,
        event.subject_id,
        JSON.stringify(event.body ?? null),
      ]
    )
  )

/**
 * Messages to work on, each by one worker. A worker that dies leaves them to
 * the next one a minute later.
 */
export const claimEvents = (sql: Sql, limit: number, id?: string) =>
  sql<EventRow>(
    `update provider_event set tries = tries + 1,
       next_try_at = now() + interval '60 seconds'
     where id in (
       select id from provider_event
       where state = 'new' and next_try_at <= now() and deleted_at is null
         and (?::text is null or id = ?)
       order by created_at limit ? for update skip locked
     )
     returning *`,
    [id ?? null, id ?? null, limit]
  )

/** Whoever is first says what became of it, also when it was parked. */
export const finishEvent = (sql: Sql, id: string, outcome: string) =>
  sql(
    `update provider_event set state = 'done', outcome = ?, error = null,
       done_at = now(), updated_at = now() where id = ? and state <> 'done'`,
    [outcome, id]
  )

/** Twelve tries over about a day; then a person has to look. */
const MOST_TRIES = 12

/** Later, and each time later: 10 s, 20 s, 40 s … two hours. */
export async function postponeEvent(sql: Sql, event: EventRow, error: string) {
  if (event.tries >= MOST_TRIES) {
    return parkEvent(sql, event, error)
  }
  const seconds = Math.min(10 * 2 ** (event.tries - 1), 7_200)
  await sql(
    `update provider_event set error = ?, updated_at = now(),
       next_try_at = now() + ? * interval '1 second'
     where id = ? and state = 'new'`,
    [error, seconds, event.id]
  )
}

/** It stays as it came, and is shown to staff; not if another finished it. */
export async function parkEvent(sql: Sql, event: EventRow, error: string) {
  const [parked] = await sql<{ id: string }>(
    `update provider_event set state = 'parked', error = ?, updated_at = now()
     where id = ? and state = 'new' returning id`,
    [error, event.id]
  )
  if (!parked) {
    return
  }
  await report(sql, {
    driver: event.driver,
    kind: "orphan",
    reference: event.id,
    attempt_id: event.topic === "payment" ? event.subject_id : null,
    detail: { error, topic: event.topic },
  })
}

/** A person mended the cause and wants it tried again. */
export const unparkEvent = (sql: Sql, id: string) =>
  first(
    sql<{ id: string }>(
      `update provider_event set state = 'new', tries = 0, next_try_at = now()
       where id = ? and state = 'parked' returning id`,
      [id]
    )
  )
