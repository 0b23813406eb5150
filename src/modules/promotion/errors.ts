import { MedusaError } from "@medusajs/framework/utils"

/** Codes a checkout knows; `docs/coupons.md` says what they mean. */
export const NOT_APPLIED = "promotion_not_applied"
export const CUSTOMER_REQUIRED = "coupon_customer_required"

const is = (error: unknown, text: RegExp): error is MedusaError =>
  error instanceof Error && text.test(error.message)

/** Core throws plain sentences; a storefront needs something to decide by. */
export function usageRefusal(error: unknown): unknown {
  return is(error, /^Promotion usage exceeds the (?:budget )?limit/)
    ? new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        "The code has been used as often as it may be.",
        NOT_APPLIED
      )
    : error
}

export function computeRefusal(error: unknown): unknown {
  return is(error, /^Attribute value for "customer_\w+" is required/)
    ? new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        "The code is limited for each customer: say who is buying first.",
        CUSTOMER_REQUIRED
      )
    : error
}
