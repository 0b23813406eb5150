import { z } from "@medusajs/framework/zod"
import {
  MAX_REASON,
  MAX_REPLY,
  reviewStatuses,
} from "../../../modules/review/types"
import { settings } from "../../../settings"
import { bulkActions } from "../../../workflows/review"
import {
  flag,
  oneOrMany,
  ratings,
  reviewOrder,
} from "../../store/reviews/validators"

const id = z.string().trim().min(1).max(64)

/** A day, or an instant with its zone. */
const moment = z.union([z.iso.date(), z.iso.datetime({ offset: true })])

export const AdminGetReviewsParams = z
  .object({
    limit: z.coerce
      .number()
      .int()
      .min(1)
      .max(settings.PAGE_SIZE_MAX)
      .default(20),
    offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
    order: reviewOrder,
    q: z
      .string()
      .trim()
      .min(1)
      .max(64)
      .optional()
      .describe("A part of the title, the text or the author's name."),
    status: oneOrMany(z.enum(reviewStatuses)),
    rating: ratings,
    product_id: oneOrMany(id),
    customer_id: oneOrMany(id),
    verified: flag,
    replied: flag,
    from: moment.optional(),
    to: moment.optional().describe("Before this day or instant."),
  })
  .strict()

const version = z.number().int().min(1).max(2_147_483_647).optional()
const reason = z.string().trim().min(1).max(MAX_REASON).optional()

export const AdminApproveReview = z.object({ version }).strict()

export const AdminRejectReview = z
  .object({
    version,
    reason: reason.describe("The author reads it."),
  })
  .strict()

export const AdminReplyToReview = z
  .object({ reply: z.string().trim().min(1).max(MAX_REPLY) })
  .strict()

const MAX_BULK = 100

export const AdminBulkReviews = z
  .object({
    action: z.enum(bulkActions),
    reviews: z.array(z.object({ id, version }).strict()).min(1).max(MAX_BULK),
    reason: reason.describe("With `reject`: the author reads it."),
  })
  .strict()

export type AdminGetReviewsParams = z.infer<typeof AdminGetReviewsParams>
export type AdminApproveReview = z.infer<typeof AdminApproveReview>
export type AdminRejectReview = z.infer<typeof AdminRejectReview>
export type AdminReplyToReview = z.infer<typeof AdminReplyToReview>
export type AdminBulkReviews = z.infer<typeof AdminBulkReviews>
