import { z } from "@medusajs/framework/zod"
import { reviewStatuses } from "../../../modules/review/types"

const instant = z.iso.datetime()

export const adminReviewSchema = z.object({
  id: z.string(),
  product_id: z.string(),
  customer_id: z.string().nullable().describe("Null once they are gone."),
  order_id: z.string().nullable(),
  author_name: z.string().nullable(),
  rating: z.number(),
  title: z.string().nullable(),
  comment: z.string().nullable().describe("Text; never HTML."),
  verified: z.boolean(),
  status: z.enum(reviewStatuses),
  version: z
    .number()
    .describe("Send it with a decision, so that it is about this text."),
  helpful_count: z.number(),
  edited_at: instant.nullable(),
  moderated_at: instant.nullable(),
  moderated_by: z.string().nullable(),
  rejection_reason: z.string().nullable(),
  reply: z.string().nullable(),
  replied_at: instant.nullable(),
  replied_by: z.string().nullable(),
  created_at: instant,
  product: z
    .object({
      id: z.string(),
      title: z.string(),
      thumbnail: z.string().nullable(),
    })
    .nullable(),
  customer: z
    .object({
      id: z.string(),
      first_name: z.string().nullable(),
      last_name: z.string().nullable(),
      email: z.string().nullable(),
    })
    .nullable(),
  order: z.object({ id: z.string(), display_id: z.number() }).nullable(),
})

export const adminReviewsSchema = z.object({
  reviews: z.array(adminReviewSchema),
  count: z.number(),
  limit: z.number(),
  offset: z.number(),
})

export const adminReviewAnswerSchema = z.object({ review: adminReviewSchema })

export const bulkAnswerSchema = z.object({
  results: z.array(
    z.object({
      id: z.string(),
      outcome: z.enum(["done", "unchanged", "refused", "failed"]),
      code: z.string().optional(),
      message: z.string().optional(),
    })
  ),
  done: z.number().describe("How many were changed."),
  unchanged: z.number().describe("How many were so already."),
  failed: z.number().describe("How many were refused or failed."),
})

export type AdminReview = z.infer<typeof adminReviewSchema>
export type AdminReviewsResponse = z.infer<typeof adminReviewsSchema>
export type AdminReviewResponse = z.infer<typeof adminReviewAnswerSchema>
export type AdminBulkReviewsResponse = z.infer<typeof bulkAnswerSchema>
