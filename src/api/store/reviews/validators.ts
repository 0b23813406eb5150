import { z } from "@medusajs/framework/zod"
import {
  MAX_COMMENT,
  MAX_TITLE,
  reviewStatuses,
} from "../../../modules/review/types"
import { settings } from "../../../settings"

export const page = {
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(settings.PAGE_SIZE_MAX)
    .default(settings.PAGE_SIZE),
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
}

export const reviewOrders = [
  "-created_at",
  "created_at",
  "-rating",
  "rating",
  "-helpful_count",
  "helpful_count",
] as const

export const reviewOrder = z
  .enum(reviewOrders)
  .default("-created_at")
  .describe("With `-` the highest, or newest, first.")

/** Equal ones newest first, so that no page shows one twice. */
export const orderOf = (order: (typeof reviewOrders)[number]) => {
  const column = order.replace("-", "")
  return {
    [column]: order.startsWith("-") ? "DESC" : "ASC",
    ...(column === "created_at" ? {} : { created_at: "DESC" }),
    id: "DESC",
  }
}

export const oneOrMany = <T extends z.ZodType>(item: T) =>
  z.union([item.transform((one) => [one]), z.array(item).max(20)]).optional()

const stars = z.coerce.number().int().min(1).max(5)

export const ratings = oneOrMany(stars)

export const flag = z
  .enum(["true", "false"])
  .transform((value) => value === "true")
  .optional()

export const StoreGetProductReviewsParams = z
  .object({ ...page, order: reviewOrder, rating: ratings, verified: flag })
  .strict()

export const StoreGetOwnReviewsParams = z
  .object({ ...page, status: oneOrMany(z.enum(reviewStatuses)) })
  .strict()

export const StoreGetPendingReviewsParams = z.object(page).strict()

/** A title is one line, however it was pasted. */
const oneLine = (text: string) => text.replace(/[\s\p{Cc}]+/gu, " ").trim()

const title = z
  .string()
  .overwrite(oneLine)
  .min(1)
  .max(MAX_TITLE)
  .nullable()
  .optional()

const comment = z.string().trim().min(1).max(MAX_COMMENT).nullable().optional()

const rating = z.number().int().min(1).max(5)

/** Who writes, whether they bought it and whether it is shown: not from here. */
export const StorePostReview = z
  .object({
    rating,
    title,
    comment,
    order_id: z
      .string()
      .trim()
      .min(1)
      .max(64)
      .optional()
      .describe(
        "The order to speak about; the newest one not reviewed unless it is sent."
      ),
  })
  .strict()

export const StoreUpdateReview = z
  .object({ rating: rating.optional(), title, comment })
  .strict()

export type StoreGetProductReviewsParams = z.infer<
  typeof StoreGetProductReviewsParams
>
export type StoreGetOwnReviewsParams = z.infer<typeof StoreGetOwnReviewsParams>
export type StoreGetPendingReviewsParams = z.infer<
  typeof StoreGetPendingReviewsParams
>
export type StorePostReview = z.infer<typeof StorePostReview>
export type StoreUpdateReview = z.infer<typeof StoreUpdateReview>
