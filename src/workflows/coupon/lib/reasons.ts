import type { PromotionDTO } from "@medusajs/framework/types"
import { MathBN } from "@medusajs/framework/utils"
import { roundToMinor, toAmount } from "../../../lib/money"
import { couponOf, minimumRuleOf, otherRulesOf } from "./coupon"

/** Why a code takes nothing off; stable, for a program to decide by. */
export const couponReasons = [
  "unknown",
  "inactive",
  "not_yet",
  "expired",
  "wrong_currency",
  "minimum_not_reached",
  "used_up",
  "customer_limit",
  "customer_required",
  "not_for_this_cart",
  "not_for_these_items",
] as const

export type CouponReason = (typeof couponReasons)[number]

export type Explained = {
  code: CouponReason
  message: string
  /** How much more has to be in the cart, with `minimum_not_reached`. */
  missing?: number
  /** From when it counts, with `not_yet`. */
  starts_at?: Date
}

const MESSAGES: Record<CouponReason, string> = {
  unknown: "There is no such code.",
  inactive: "The code is not accepted any more.",
  not_yet: "The code is not valid yet.",
  expired: "The code has expired.",
  wrong_currency: "The code is for another currency.",
  minimum_not_reached: "The order is too small for the code.",
  used_up: "The code has been used as often as it may be.",
  customer_limit: "You have used the code as often as you may.",
  customer_required:
    "The code is limited for each customer: say who is buying first.",
  not_for_this_cart: "The code is not meant for this order.",
  not_for_these_items: "The code is not meant for these products.",
}

export const because = (
  code: CouponReason,
  facts: Omit<Explained, "code" | "message"> = {}
): Explained => ({ code, message: MESSAGES[code], ...facts })

/** What a minimum is compared with; carts and our own contexts have both. */
export type CouponFigures = {
  currency_code: string
  original_item_total: number
  original_item_subtotal: number
}

function missingOf(
  promotion: PromotionDTO,
  figures: CouponFigures
): number | null {
  const { minimum_amount } = couponOf(promotion)
  if (minimum_amount === null) {
    return null
  }
  const figure =
    minimumRuleOf(promotion)?.attribute === "original_item_total"
      ? figures.original_item_total
      : figures.original_item_subtotal
  const missing = MathBN.sub(minimum_amount, figure)
  return MathBN.gt(missing, 0)
    ? toAmount(
        roundToMinor(missing.toFixed(), figures.currency_code),
        figures.currency_code
      )
    : null
}

/**
 * What can be seen of a promotion without computing it. Core simply leaves
 * such a promotion out, and says nothing.
 */
export function reasonAtSight(
  promotion: PromotionDTO | undefined,
  now: Date,
  figures: CouponFigures
): Explained | undefined {
  if (!promotion || promotion.is_automatic || promotion.status === "draft") {
    return because("unknown")
  }
  const { active, starts_at, ends_at, currency_code } = couponOf(promotion)
  if (!active) {
    return because("inactive")
  }
  if (starts_at && starts_at > now) {
    return because("not_yet", { starts_at })
  }
  if (ends_at && ends_at <= now) {
    return because("expired")
  }
  if (currency_code && currency_code !== figures.currency_code) {
    return because("wrong_currency")
  }
  const missing = missingOf(promotion, figures)
  return missing === null
    ? undefined
    : because("minimum_not_reached", { missing })
}

/** Of a promotion core did compute, and that took nothing off. */
export const reasonOfRules = (promotion: PromotionDTO): Explained =>
  because(
    otherRulesOf(promotion).length &&
      !promotion.application_method?.target_rules?.length
      ? "not_for_this_cart"
      : "not_for_these_items"
  )
