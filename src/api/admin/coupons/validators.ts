import { z } from "@medusajs/framework/zod"
import { settings } from "../../../settings"
import { couponOrders, couponStates } from "../../../workflows/coupon"
import { oneOrMany } from "../../store/reviews/validators"

const MAX_CODE = 50
const MAX_COUNT = 1_000_000_000
const MAX_AMOUNT = 1_000_000_000

const amount = z.number().positive().max(MAX_AMOUNT)
const count = z.number().int().min(1).max(MAX_COUNT)

/** A day or a clock time of the shop, or an instant; the workflow says which field is none. */
const moment = z.string().trim().min(1).max(40)

const terms = {
  value: amount.describe("Per cent, or money of `currency_code`."),
  minimum_amount: amount.nullable(),
  maximum_discount: amount.nullable(),
  starts_at: moment.describe(
    "The first day, a clock time of the shop, or an instant."
  ),
  ends_at: moment.describe("The last day, or when it is over."),
  usage_limit: count.nullable(),
  usage_limit_per_customer: count.nullable(),
  active: z.boolean(),
}

export const AdminGetCouponsParams = z
  .object({
    limit: z.coerce
      .number()
      .int()
      .min(1)
      .max(settings.PAGE_SIZE_MAX)
      .default(20),
    offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
    q: z
      .string()
      .trim()
      .min(1)
      .max(MAX_CODE)
      .optional()
      .describe("A part of the code."),
    state: oneOrMany(z.enum(couponStates)),
    order: z.enum(couponOrders).optional(),
  })
  .strict()

export const AdminCreateCoupon = z
  .object({
    code: z.string().trim().toUpperCase().min(1).max(MAX_CODE),
    type: z.enum(["percentage", "fixed"]),
    currency_code: z.string().trim().toLowerCase().length(3).nullish(),
    ...terms,
    minimum_amount: terms.minimum_amount.optional(),
    maximum_discount: terms.maximum_discount.optional(),
    usage_limit: terms.usage_limit.optional(),
    usage_limit_per_customer: terms.usage_limit_per_customer.optional(),
    active: terms.active.default(true),
  })
  .strict()

export const AdminUpdateCoupon = z
  .object(terms)
  .partial()
  .strict()
  .refine((body) => Object.keys(body).length > 0, "send what changes")

export type AdminGetCouponsParams = z.infer<typeof AdminGetCouponsParams>
export type AdminCreateCoupon = z.infer<typeof AdminCreateCoupon>
export type AdminUpdateCoupon = z.infer<typeof AdminUpdateCoupon>
