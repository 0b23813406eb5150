import type { DifferenceKind } from "../types"
import { newId, raw, type Sql } from "./sql"

export type Difference = {
  driver: string
  kind: DifferenceKind
  reference: string
  attempt_id?: string | null
  order_id?: string | null
  amount?: number | null
  currency_code?: string | null
  detail?: Record<string, unknown>
}

/** Found again, it stays the one row it is, resolved or not. */
export const report = (sql: Sql, difference: Difference) =>
  sql<{ id: string }>(
    `insert into payment_difference
       (id, driver, kind, reference, attempt_id, order_id, amount, raw_amount,
        currency_code, detail)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     on conflict (driver, kind, reference) where deleted_at is null do nothing
     returning id`,
    [
      newId("pdif"),
      difference.driver,
      difference.kind,
      difference.reference,
      difference.attempt_id ?? null,
      difference.order_id ?? null,
      difference.amount ?? null,
      difference.amount == null ? null : raw(difference.amount),
      difference.currency_code ?? null,
      JSON.stringify(difference.detail ?? {}),
    ]
  )

export async function resolveDifference(
  sql: Sql,
  id: string,
  resolution: string,
  actor: string
) {
  const resolved = await sql<{ id: string }>(
    `update payment_difference set resolved_at = now(), resolved_by = ?,
       resolution = ?, updated_at = now()
     where id = ? and resolved_at is null returning id`,
    [actor, resolution, id]
  )
  return resolved.length > 0
}
