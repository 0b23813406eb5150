import { newId, type Sql } from "./sql"

export type Entry = {
  awaited_id?: string | null
  attempt_id?: string | null
  what: string
  actor: string
  detail?: Record<string, unknown>
}

/** Writes what happened, in the transaction in which it happened. */
export const enter = (sql: Sql, entry: Entry) =>
  sql(
    `insert into ledger_entry (id, awaited_id, attempt_id, what, actor, detail)
     values (?, ?, ?, ?, ?, ?)`,
    [
      newId("led"),
      entry.awaited_id ?? null,
      entry.attempt_id ?? null,
      entry.what,
      entry.actor,
      JSON.stringify(entry.detail ?? {}),
    ]
  )
