import type { CreatePromotionDTO } from "@medusajs/framework/types"
import {
  generateEntityId,
  Modules,
  PromotionStatus,
} from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { PromotionService } from "../../../modules/promotion"
import {
  type CouponTerms,
  MAXIMUM_KEY,
  perCustomerBudget,
} from "../../../modules/promotion/terms"
import { type Coupon, minimumAttribute, showsTax } from "../lib/coupon"
import { afterLastOf, firstOf } from "../lib/days"
import { refuseTerms } from "../lib/terms"

export const createCouponStepId = "create-coupon"

/** Dates as texts: an input of a workflow comes through JSON. */
export type CreateCouponInput = Omit<CouponTerms, "starts_at" | "ends_at"> &
  Pick<Coupon, "code" | "type" | "currency_code"> & {
    /** A day or a clock time of the shop, or an instant. */
    starts_at: string
    /** The last day, or when it is over. */
    ends_at: string
  }

type NewCoupon = CouponTerms & Pick<Coupon, "code" | "type" | "currency_code">

/** A coupon in core's words: a promotion with a campaign of its own. */
export function promotionOf(coupon: NewCoupon): CreatePromotionDTO {
  const { code, currency_code, minimum_amount, maximum_discount } = coupon
  const budget = perCustomerBudget(coupon.usage_limit_per_customer)
  return {
    code,
    type: "standard",
    status: coupon.active ? PromotionStatus.ACTIVE : PromotionStatus.INACTIVE,
    is_automatic: false,
    // What staff type is what shoppers see: with tax where prices have it.
    is_tax_inclusive: showsTax(currency_code),
    limit: coupon.usage_limit,
    metadata: { [MAXIMUM_KEY]: maximum_discount },
    application_method: {
      type: coupon.type,
      target_type: "items",
      allocation: "across",
      value: coupon.value,
      ...(currency_code ? { currency_code } : {}),
    },
    rules:
      minimum_amount === null
        ? []
        : [
            {
              attribute: minimumAttribute(currency_code),
              operator: "gte",
              values: [String(minimum_amount)],
            },
          ],
    campaign: {
      name: code,
      campaign_identifier: generateEntityId(undefined, "coupon"),
      starts_at: coupon.starts_at,
      ends_at: coupon.ends_at,
      ...(budget ? { budget } : {}),
    },
  }
}

export const createCouponStep = createStep(
  createCouponStepId,
  async (input: CreateCouponInput, { container }) => {
    const coupon = {
      ...input,
      starts_at: firstOf(input.starts_at),
      ends_at: afterLastOf(input.ends_at),
    }
    refuseTerms(coupon)
    const { id } = await container
      .resolve(Modules.PROMOTION)
      .createPromotions(promotionOf(coupon))
    return new StepResponse(id, id)
  },
  async (id, { container }) => {
    if (id) {
      await container
        .resolve<PromotionService>(Modules.PROMOTION)
        .eraseCoupon(id)
    }
  }
)
