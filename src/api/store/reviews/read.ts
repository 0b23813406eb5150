import type { MedusaContainer } from "@medusajs/framework/types"
import { REVIEW_MODULE, type ReviewService } from "../../../modules/review"
import type { ReviewRow } from "../../../modules/review/types"
import type { OwnReview, RatingSummary, StoreReview } from "./view"

export const reviewsOf = (container: MedusaContainer) =>
  container.resolve<ReviewService>(REVIEW_MODULE)

const iso = (at: Date | string) => new Date(at).toISOString()

/** The columns that are read; a list of Medusa's brings them as they are. */
export type ReadReview = Omit<ReviewRow, "deleted_at">

type Reader = { customer_id?: string; voted: ReadonlySet<string> }

export function storeReview(
  row: ReadReview,
  { customer_id, voted }: Reader
): StoreReview {
  const { id, product_id, rating, title, comment, verified } = row
  return {
    ...{ id, product_id, rating, title, comment, verified },
    helpful_count: row.helpful_count,
    author: { name: row.author_name },
    reply:
      row.reply !== null && row.replied_at !== null
        ? { text: row.reply, replied_at: iso(row.replied_at) }
        : null,
    created_at: iso(row.created_at),
    edited_at: row.edited_at && iso(row.edited_at),
    mine: customer_id !== undefined && row.customer_id === customer_id,
    voted: voted.has(id),
  }
}

/** One's own review; nobody votes on it. */
export const ownReview = (row: ReadReview): OwnReview => ({
  ...storeReview(row, { voted: new Set() }),
  mine: true,
  status: row.status,
  order_id: row.order_id,
  rejection_reason: row.rejection_reason,
})

/** Which of these the reader found helpful; a guest none, without asking. */
export async function votedBy(
  container: MedusaContainer,
  customer_id: string | undefined,
  rows: readonly { id: string }[]
): Promise<ReadonlySet<string>> {
  if (!customer_id || rows.length === 0) {
    return new Set()
  }
  const votes = await reviewsOf(container).listReviewVotes(
    { customer_id, review_id: rows.map(({ id }) => id) },
    { select: ["id", "review_id"], take: null }
  )
  return new Set(votes.map(({ review_id }) => review_id))
}

const NOTHING: RatingSummary = {
  rating_average: 0,
  rating_count: 0,
  count_1: 0,
  count_2: 0,
  count_3: 0,
  count_4: 0,
  count_5: 0,
}

export async function summaryOf(
  container: MedusaContainer,
  product_id: string
): Promise<RatingSummary> {
  const [found] = await reviewsOf(container).listReviewSummaries({ product_id })
  if (!found) {
    return NOTHING
  }
  const { rating_average, rating_count } = found
  const { count_1, count_2, count_3, count_4, count_5 } = found
  return {
    ...{ rating_average, rating_count },
    ...{ count_1, count_2, count_3, count_4, count_5 },
  }
}
