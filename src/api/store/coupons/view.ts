import { z } from "@medusajs/framework/zod"
import { type CouponCheck, couponReasons } from "../../../workflows/coupon"

const reasonSchema = z.object({
  code: z.enum(couponReasons).describe("Stable; decide by it."),
  message: z.string().describe("For people; may change."),
  missing: z
    .number()
    .optional()
    .describe("How much more has to be in the cart."),
  starts_at: z.iso.datetime().optional().describe("From when it counts."),
})

export const couponCheckSchema = z.object({
  coupon: z.object({
    code: z.string().describe("As it has to be applied."),
    valid: z.boolean(),
    discount: z.number().describe("By how much the total falls."),
    currency_code: z.string(),
    reason: reasonSchema.nullable().describe("Why not; null when it is valid."),
  }),
})

export type StoreCouponResponse = z.infer<typeof couponCheckSchema>

export function couponCheckView({
  reason,
  ...check
}: CouponCheck): StoreCouponResponse {
  return {
    coupon: {
      ...check,
      reason: reason && {
        ...reason,
        starts_at: reason.starts_at?.toISOString(),
      },
    },
  }
}
