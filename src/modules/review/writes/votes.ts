import { MedusaError } from "@medusajs/framework/utils"
import { first, newId, type Sql } from "../../sql"
import type { ReviewRow, ReviewVoteInput, Voted } from "../types"
import { notFound } from "./change"

const ownReview = () =>
  new MedusaError(
    MedusaError.Types.NOT_ALLOWED,
    "Nobody votes on a review of their own.",
    "own_review"
  )

/** One vote a customer, however often it is sent. */
export async function vote(
  sql: Sql,
  { id, customer_id, helpful }: ReviewVoteInput
): Promise<Voted> {
  const before = await first(
    sql<ReviewRow>(
      `select * from review
       where id = ? and status = 'approved' and deleted_at is null for update`,
      [id]
    )
  )
  if (!before) {
    throw notFound(id)
  }
  if (before.customer_id === customer_id) {
    throw ownReview()
  }
  const moved = await sql(
    helpful
      ? `insert into review_vote (review_id, customer_id, id) values (?, ?, ?)
         on conflict do nothing returning id`
      : `delete from review_vote
         where review_id = ? and customer_id = ? and id <> ? returning id`,
    [id, customer_id, newId("revvote")]
  )
  if (moved.length === 0) {
    return { changed: false, review: before }
  }
  const [review] = await sql<ReviewRow>(
    `update review set helpful_count = (
       select count(*) from review_vote
       where review_id = ? and deleted_at is null
     ) where id = ? returning *`,
    [id, id]
  )
  return { changed: true, review }
}
