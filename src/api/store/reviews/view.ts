import { z } from "@medusajs/framework/zod"
import { reviewStatuses } from "../../../modules/review/types"

const instant = z.iso.datetime()

/** What everybody may read: no id, address or number of a person. */
export const storeReviewSchema = z.object({
  id: z.string(),
  product_id: z.string(),
  rating: z.number().int().min(1).max(5),
  title: z.string().nullable(),
  comment: z.string().nullable().describe("Text; never HTML."),
  verified: z.boolean().describe("The author was delivered the product."),
  helpful_count: z.number(),
  author: z.object({
    name: z
      .string()
      .nullable()
      .describe("First name and initial, null when the shop has none."),
  }),
  reply: z
    .object({ text: z.string(), replied_at: instant })
    .nullable()
    .describe("What the shop answers."),
  created_at: instant,
  edited_at: instant.nullable(),
  mine: z.boolean().describe("Whoever asks has written it."),
  voted: z.boolean().describe("Whoever asks found it helpful."),
})

/** What its author reads besides. */
export const ownReviewSchema = storeReviewSchema.extend({
  status: z.enum(reviewStatuses),
  order_id: z.string().nullable(),
  rejection_reason: z.string().nullable(),
})

export const ratingSummarySchema = z.object({
  rating_average: z.number().describe("Of two places; 0 without a review."),
  rating_count: z.number(),
  count_1: z.number(),
  count_2: z.number(),
  count_3: z.number(),
  count_4: z.number(),
  count_5: z.number(),
})

export const reviewedProductSchema = z.object({
  id: z.string(),
  title: z.string(),
  handle: z.string(),
  thumbnail: z.string().nullable(),
})

export const paged = {
  count: z.number(),
  limit: z.number(),
  offset: z.number(),
}

export const storeReviewsSchema = z.object({
  reviews: z.array(storeReviewSchema),
  summary: ratingSummarySchema,
  ...paged,
})

export const storeReviewAnswerSchema = z.object({
  review: z.union([ownReviewSchema, storeReviewSchema]),
})

export const ownReviewAnswerSchema = z.object({ review: ownReviewSchema })

export const ownReviewsSchema = z.object({
  reviews: z.array(
    ownReviewSchema.extend({
      product: reviewedProductSchema
        .nullable()
        .describe("Null when it is sold no more."),
    })
  ),
  ...paged,
})

export const pendingReviewsSchema = z.object({
  pending: z.array(
    z.object({
      product_id: z.string(),
      order_id: z.string(),
      display_id: z.number(),
      ordered_at: instant,
      product: reviewedProductSchema,
    })
  ),
  ...paged,
})

export const deletedReviewSchema = z.object({
  id: z.string(),
  object: z.literal("review"),
  deleted: z.literal(true),
})

export const helpfulSchema = z.object({
  review: z.object({
    id: z.string(),
    helpful_count: z.number(),
    voted: z.boolean(),
  }),
})

export type StoreReview = z.infer<typeof storeReviewSchema>
export type OwnReview = z.infer<typeof ownReviewSchema>
export type RatingSummary = z.infer<typeof ratingSummarySchema>
export type ReviewedProduct = z.infer<typeof reviewedProductSchema>
export type StoreReviewsResponse = z.infer<typeof storeReviewsSchema>
export type StoreReviewResponse = z.infer<typeof storeReviewAnswerSchema>
export type OwnReviewResponse = z.infer<typeof ownReviewAnswerSchema>
export type OwnReviewsResponse = z.infer<typeof ownReviewsSchema>
export type PendingReviewsResponse = z.infer<typeof pendingReviewsSchema>
export type DeletedReviewResponse = z.infer<typeof deletedReviewSchema>
export type HelpfulResponse = z.infer<typeof helpfulSchema>
