import type { PromotionDTO } from "@medusajs/framework/types"

/** Where a promotion keeps what core has no column for. */
export const MAXIMUM_KEY = "maximum_discount"

/** What may change about a coupon. */
export type CouponTerms = {
  value: number
  minimum_amount: number | null
  maximum_discount: number | null
  starts_at: Date | null
  /** The first instant at which it is over. */
  ends_at: Date | null
  usage_limit: number | null
  usage_limit_per_customer: number | null
  active: boolean
}

export type CouponChange = CouponTerms & {
  id: string
  /** The figure of a cart the minimum is compared with. */
  minimum_attribute: string
  /** Orders that were placed with it; core counts only under a limit. */
  used: number
}

/** What went with a coupon, so that it can come back. */
export type DeletedCoupon = {
  id: string
  campaign: string | null
  budget: string | null
}

/** An amount above zero, from whatever core keeps it as. */
export const amountOf = (value: unknown): number | null => {
  const amount = Number(value ?? 0)
  return amount > 0 ? amount : null
}

export const maximumOf = ({
  metadata,
}: Pick<PromotionDTO, "metadata">): number | null =>
  amountOf(metadata?.[MAXIMUM_KEY])

export const perCustomerBudget = (limit: number | null) =>
  limit === null
    ? null
    : {
        type: "use_by_attribute" as const,
        attribute: "customer_id",
        limit,
      }
