import { z } from "@medusajs/framework/zod"
// Not by the index: the admin takes these types, and has no services.
import {
  dayOf,
  lastDayBefore,
  shopZone,
} from "../../../workflows/coupon/lib/days"
import {
  couponStates,
  type ListedCoupon,
} from "../../../workflows/coupon/lib/select"

const instant = z.iso.datetime().nullable()
const day = z.iso.date().nullable()

export const adminCouponSchema = z.object({
  id: z.string().describe("Of the promotion it is."),
  code: z.string(),
  type: z.enum(["percentage", "fixed"]),
  value: z.number(),
  currency_code: z.string().nullable().describe("Null counts in each."),
  minimum_amount: z.number().nullable(),
  maximum_discount: z.number().nullable(),
  starts_at: instant,
  ends_at: instant.describe("The first instant at which it is over."),
  starts_on: day.describe("The first day, in the shop's time zone."),
  ends_on: day.describe("The last day, in the shop's time zone."),
  time_zone: z.string(),
  usage_limit: z.number().nullable(),
  usage_limit_per_customer: z.number().nullable(),
  used: z.number().describe("Orders that were placed with it."),
  active: z.boolean().describe("Whether staff let it count."),
  state: z.enum(couponStates),
  simple: z
    .boolean()
    .describe("False for promotions this form could not say everything of."),
})

export const adminCouponsSchema = z.object({
  coupons: z.array(adminCouponSchema),
  count: z.number(),
  limit: z.number(),
  offset: z.number(),
  time_zone: z.string().describe("The shop's, in which its days begin."),
  currencies: z.array(z.string()).describe("What an amount may be of."),
})

export const adminCouponAnswerSchema = z.object({ coupon: adminCouponSchema })

export const adminDeletedCouponSchema = z.object({
  id: z.string(),
  object: z.literal("coupon"),
  deleted: z.literal(true),
})

export type AdminCoupon = z.infer<typeof adminCouponSchema>
export type AdminCouponsResponse = z.infer<typeof adminCouponsSchema>
export type AdminCouponResponse = z.infer<typeof adminCouponAnswerSchema>
export type AdminDeletedCouponResponse = z.infer<
  typeof adminDeletedCouponSchema
>

export const adminCouponView = ({
  starts_at,
  ends_at,
  ...coupon
}: ListedCoupon): AdminCoupon => ({
  ...coupon,
  starts_at: starts_at?.toISOString() ?? null,
  ends_at: ends_at?.toISOString() ?? null,
  starts_on: starts_at && dayOf(starts_at),
  ends_on: ends_at && lastDayBefore(ends_at),
  time_zone: shopZone(),
})
