import { z } from "@medusajs/framework/zod"

/** What every error of the API looks like. */
export const errorBodySchema = z.object({
  type: z.string().describe("Medusa's kind of error."),
  code: z.string().describe("Stable; made for a program to decide by."),
  message: z.string().describe("For people; may change."),
  details: z
    .array(
      z.object({
        field: z.string().describe("Path of the field, parts joined by dots."),
        message: z.string(),
        variant_id: z.string().optional(),
        available: z
          .number()
          .optional()
          .describe("How many are left, with `insufficient_inventory`."),
        reason: z
          .string()
          .optional()
          .describe(
            "Why, with `promotion_not_applied` and `invalid_coupon`; stable."
          ),
        limit: z
          .number()
          .optional()
          .describe("The number in the reason, with `invalid_coupon`."),
      })
    )
    .optional()
    .describe("The fields that are wrong, where that is known."),
  request_id: z.string().describe("Also in the header `X-Request-Id`."),
})

export type ErrorBody = z.infer<typeof errorBodySchema>
