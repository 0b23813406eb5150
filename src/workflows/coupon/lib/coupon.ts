import type { PromotionDTO, PromotionRuleDTO } from "@medusajs/framework/types"
import {
  amountOf,
  type CouponTerms,
  maximumOf,
} from "../../../modules/promotion/terms"
import { markets } from "../../../markets"

export type Coupon = CouponTerms & {
  id: string
  code: string
  type: "percentage" | "fixed"
  /** Null takes its part off in every currency. */
  currency_code: string | null
  /** Whether it is no more than a coupon, so that its form can change it. */
  simple: boolean
}

/** Whether the prices that are shown in a currency contain their tax. */
export const showsTax = (currency: string | null): boolean =>
  Object.values(markets).some(
    (market) => market.currency === currency && market.tax.included
  )

/** The figure of a cart a minimum is compared with: the prices that are shown. */
export const minimumAttribute = (currency: string | null) =>
  showsTax(currency) ? "original_item_total" : "original_item_subtotal"

const MINIMUM_ATTRIBUTES: readonly string[] = [
  "original_item_total",
  "original_item_subtotal",
]

export const minimumRuleOf = ({
  rules = [],
}: PromotionDTO): PromotionRuleDTO | undefined =>
  rules.find(
    ({ attribute, operator }) =>
      operator === "gte" && MINIMUM_ATTRIBUTES.includes(attribute ?? "")
  )

/** Rules that are not the minimum: groups, regions, whatever staff thought of. */
export const otherRulesOf = (promotion: PromotionDTO): PromotionRuleDTO[] => {
  const minimum = minimumRuleOf(promotion)
  return (promotion.rules ?? []).filter((rule) => rule !== minimum)
}

const dateOf = (value: Date | string | null | undefined): Date | null =>
  value ? new Date(value) : null

/**
 * What a form of eight fields can say, and nothing would be lost by it. Whether
 * its campaign is its own is for SQL to say: the ORM lists of a campaign only
 * the promotions it was asked for.
 */
function isSimple(promotion: PromotionDTO): boolean {
  const { campaign, application_method: method } = promotion
  const budget = campaign?.budget
  return (
    promotion.type === "standard" &&
    !promotion.is_automatic &&
    method?.target_type === "items" &&
    method.allocation === "across" &&
    !method.target_rules?.length &&
    !otherRulesOf(promotion).length &&
    (!budget ||
      (budget.type === "use_by_attribute" &&
        budget.attribute === "customer_id"))
  )
}

/** A promotion as a coupon, in the words of whoever hands it out. */
export function couponOf(promotion: PromotionDTO): Coupon {
  const { campaign, application_method: method } = promotion
  const perCustomer = campaign?.budget?.type === "use_by_attribute"
  return {
    id: promotion.id,
    code: promotion.code ?? "",
    type: method?.type === "percentage" ? "percentage" : "fixed",
    value: Number(method?.value ?? 0),
    currency_code: method?.currency_code ?? null,
    minimum_amount: amountOf(minimumRuleOf(promotion)?.values?.[0]?.value),
    maximum_discount: maximumOf(promotion),
    starts_at: dateOf(campaign?.starts_at),
    ends_at: dateOf(campaign?.ends_at),
    usage_limit: promotion.limit ?? null,
    usage_limit_per_customer: perCustomer
      ? amountOf(campaign?.budget?.limit)
      : null,
    active: promotion.status === "active",
    simple: isSimple(promotion),
  }
}

/** What has to be read of a promotion to see the coupon in it. */
export const couponRelations = [
  "application_method",
  "application_method.target_rules",
  "rules",
  "rules.values",
  "campaign",
  "campaign.budget",
]
