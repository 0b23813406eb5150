import { MedusaError } from "@medusajs/framework/utils"
import { first, type Sql } from "../../sql"
import type { ReviewRow, Written } from "../types"
import { lockSummary, recount } from "./summary"

/** The columns a change may write. */
export type Change = Partial<
  Pick<
    ReviewRow,
    | "rating"
    | "title"
    | "comment"
    | "status"
    | "edited_at"
    | "moderated_at"
    | "moderated_by"
    | "rejection_reason"
    | "reply"
    | "replied_at"
    | "replied_by"
    | "deleted_at"
  >
>

export const notFound = (id: string) =>
  new MedusaError(
    MedusaError.Types.NOT_FOUND,
    `There is no review ${id}.`,
    "not_found"
  )

/** Refuses to decide about a text that is not the one that was read. */
export function expectVersion(row: ReviewRow, version: number | undefined) {
  if (version !== undefined && version !== row.version) {
    throw new MedusaError(
      MedusaError.Types.CONFLICT,
      "The review was changed meanwhile. Read it again.",
      "review_changed"
    )
  }
}

export async function write(sql: Sql, id: string, change: Change) {
  const columns = Object.entries(change)
  const [row] = await sql<ReviewRow>(
    `update review set ${columns.map(([name]) => `${name} = ?, `).join("")}
       version = version + 1, updated_at = now()
     where id = ? returning *`,
    [...columns.map(([, value]) => value), id]
  )
  await recount(sql, row.product_id)
  return row
}

/**
 * Changes a review while nobody else can. `decide` sees the row as it is,
 * throws to refuse, and gives nothing when there is nothing to do.
 */
export async function changeReview(
  sql: Sql,
  id: string,
  decide: (row: ReviewRow) => Change | undefined
): Promise<Written> {
  const known = await first(
    sql<{ product_id: string }>("select product_id from review where id = ?", [
      id,
    ])
  )
  if (!known) {
    throw notFound(id)
  }
  await lockSummary(sql, known.product_id)
  const before = await first(
    sql<ReviewRow>(
      "select * from review where id = ? and deleted_at is null for update",
      [id]
    )
  )
  if (!before) {
    throw notFound(id)
  }
  const change = decide(before)
  return change
    ? { changed: true, before, after: await write(sql, id, change) }
    : { changed: false, before, after: before }
}
