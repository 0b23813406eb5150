import { first, newId, type Sql } from "../../sql"
import type {
  NewReview,
  ReviewDecision,
  ReviewEdit,
  ReviewRemoval,
  ReviewReply,
  ReviewRow,
  ReviewText,
  Written,
} from "../types"
import { changeReview, expectVersion, notFound, write } from "./change"
import { lockSummary, recount } from "./summary"

/** Of two at once for the same order one is written, the other gets nothing. */
export async function createReview(
  sql: Sql,
  { moderation, ...review }: NewReview
): Promise<ReviewRow | undefined> {
  await lockSummary(sql, review.product_id)
  const created = await first(
    sql<ReviewRow>(
      `insert into review (id, product_id, customer_id, order_id, author_name,
         rating, title, comment, verified, status)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
       on conflict do nothing returning *`,
      [
        newId("rev"),
        review.product_id,
        review.customer_id,
        review.order_id,
        review.author_name,
        review.rating,
        review.title,
        review.comment,
        review.verified,
        moderation === "before" ? "pending" : "approved",
      ]
    )
  )
  if (created) {
    await recount(sql, created.product_id)
  }
  return created
}

const isSame = (row: ReviewRow, text: ReviewText) =>
  (Object.keys(text) as (keyof ReviewText)[]).every(
    (name) => row[name] === text[name]
  )

/** What was taken down comes back through staff, however it is edited. */
export const editReview = (
  sql: Sql,
  { id, customer_id, text, moderation }: ReviewEdit
) =>
  changeReview(sql, id, (row) => {
    if (row.customer_id !== customer_id) {
      throw notFound(id)
    }
    if (isSame(row, text)) {
      return undefined
    }
    const unseen = moderation === "before" || row.status === "rejected"
    return {
      ...text,
      edited_at: new Date(),
      ...(unseen
        ? {
            status: "pending",
            moderated_at: null,
            moderated_by: null,
            rejection_reason: null,
          }
        : {}),
    }
  })

export const decideOnReview = (
  sql: Sql,
  { id, status, by, version, reason = null }: ReviewDecision
) =>
  changeReview(sql, id, (row) => {
    if (row.status === status && row.rejection_reason === reason) {
      return undefined
    }
    expectVersion(row, version)
    return {
      status,
      moderated_at: new Date(),
      moderated_by: by,
      rejection_reason: reason,
    }
  })

export const replyToReview = (sql: Sql, { id, reply, by }: ReviewReply) =>
  changeReview(sql, id, (row) =>
    row.reply === reply
      ? undefined
      : {
          reply,
          replied_at: reply === null ? null : new Date(),
          replied_by: reply === null ? null : by,
        }
  )

export const removeReview = (
  sql: Sql,
  { id, customer_id, version }: ReviewRemoval
) =>
  changeReview(sql, id, (row) => {
    if (customer_id !== undefined && row.customer_id !== customer_id) {
      throw notFound(id)
    }
    expectVersion(row, version)
    return { deleted_at: new Date() }
  })

/** Takes a review back that was just created. */
export async function discardReview(sql: Sql, row: ReviewRow) {
  await lockSummary(sql, row.product_id)
  await sql("delete from review_vote where review_id = ?", [row.id])
  await sql("delete from review where id = ?", [row.id])
  await recount(sql, row.product_id)
}

/** As it was before a write, unless somebody has written since. */
export async function putBackReview(sql: Sql, { before, after }: Written) {
  await lockSummary(sql, before.product_id)
  const same = await first(
    sql<ReviewRow>(
      "select * from review where id = ? and version = ? for update",
      [after.id, after.version]
    )
  )
  if (same) {
    const { rating, title, comment, status, edited_at } = before
    const { moderated_at, moderated_by, rejection_reason } = before
    const { reply, replied_at, replied_by, deleted_at } = before
    await write(sql, before.id, {
      ...{ rating, title, comment, status, edited_at },
      ...{ moderated_at, moderated_by, rejection_reason },
      ...{ reply, replied_at, replied_by, deleted_at },
    })
  }
}
