import type { ReviewService } from "../service"
import type { NewReview } from "../types"

export const reviewOf = (changes: Partial<NewReview> = {}): NewReview => ({
  product_id: "prod_1",
  customer_id: "cus_1",
  order_id: "order_1",
  author_name: "Amina O.",
  rating: 5,
  title: "Runs to the second",
  comment: "Worn every day.",
  verified: true,
  moderation: "after",
  ...changes,
})

export const moduleBed = (service: ReviewService) => {
  const write = async (changes: Partial<NewReview> = {}) => {
    const review = await service.writeReview(reviewOf(changes))
    if (!review) {
      throw new Error("The review exists already.")
    }
    return review
  }
  const read = (id: string) => service.retrieveReview(id)
  /** Counts of one star to five, how many, and the average. */
  const figures = async (product_id = "prod_1") => {
    const [row] = await service.listReviewSummaries({ product_id })
    return [
      [row.count_1, row.count_2, row.count_3, row.count_4, row.count_5],
      row.rating_count,
      row.rating_average,
    ]
  }
  /** The same from the reviews themselves. */
  const counted = async (product_id = "prod_1") => {
    const all = await service.listReviews(
      { product_id, status: "approved" },
      { take: null }
    )
    const sum = all.reduce((total, { rating }) => total + rating, 0)
    return [
      [1, 2, 3, 4, 5].map(
        (stars) => all.filter(({ rating }) => rating === stars).length
      ),
      all.length,
      all.length ? Math.round((sum / all.length) * 100) / 100 : 0,
    ]
  }
  return { write, read, figures, counted }
}
