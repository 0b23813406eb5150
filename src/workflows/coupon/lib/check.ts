import type {
  BigNumberInput,
  MedusaContainer,
  PromotionDTO,
  PromotionTypes,
} from "@medusajs/framework/types"
import {
  ComputedActions,
  MathBN,
  MedusaError,
  Modules,
} from "@medusajs/framework/utils"
import { roundToMinor, toAmount } from "../../../lib/money"
import { CUSTOMER_REQUIRED } from "../../../modules/promotion/errors"
import type { CouponContext, Taxed } from "./context"
import { couponRelations } from "./coupon"
import {
  because,
  type Explained,
  reasonAtSight,
  reasonOfRules,
} from "./reasons"

export type CouponCheck = {
  /** As it has to be sent, whatever case it was typed in. */
  code: string
  valid: boolean
  /** By how much the total falls. */
  discount: number
  currency_code: string
  reason: Explained | null
}

type Action = PromotionTypes.ComputeActions

/** The promotion of a code; people do not type capitals. */
async function readByCode(
  container: MedusaContainer,
  code: string
): Promise<PromotionDTO | undefined> {
  const found = await container
    .resolve(Modules.PROMOTION)
    .listPromotions(
      { code: [...new Set([code, code.toUpperCase()])] },
      { relations: couponRelations }
    )
  return found.find((promotion) => promotion.code === code) ?? found.at(0)
}

const taxOf = (lines: readonly Taxed[], id: string) =>
  (lines.find((line) => line.id === id)?.tax_lines ?? []).reduce(
    (sum, { rate }) => sum + Number(rate),
    0
  )

/** A discount without tax lowers the total by its tax, too. */
function lowers(
  { items, shipping_methods }: CouponContext,
  action: Action
): BigNumberInput {
  const plus = (amount: BigNumberInput, rate: number) =>
    MathBN.mult(amount, 1 + rate / 100)
  switch (action.action) {
    case ComputedActions.ADD_ITEM_ADJUSTMENT:
      return action.is_tax_inclusive
        ? action.amount
        : plus(action.amount, taxOf(items, action.item_id))
    case ComputedActions.ADD_SHIPPING_METHOD_ADJUSTMENT:
      return plus(
        action.amount,
        taxOf(shipping_methods, action.shipping_method_id)
      )
    default:
      return 0
  }
}

function reasonOfActions(
  promotion: PromotionDTO,
  actions: readonly Action[]
): Explained {
  const has = (kind: Action["action"]) =>
    actions.some(({ action }) => action === kind)
  if (has(ComputedActions.PROMOTION_LIMIT_EXCEEDED)) {
    return because("used_up")
  }
  if (has(ComputedActions.CAMPAIGN_BUDGET_EXCEEDED)) {
    return because(
      promotion.campaign?.budget?.type === "use_by_attribute"
        ? "customer_limit"
        : "used_up"
    )
  }
  return reasonOfRules(promotion)
}

/** What core would do with the code, or why it would not. */
async function compute(
  container: MedusaContainer,
  promotion: PromotionDTO,
  context: CouponContext
): Promise<{ discount: BigNumberInput; reason: Explained | null }> {
  const code = promotion.code ?? ""
  const none = (reason: Explained) => ({ discount: 0, reason })
  try {
    const all = await container
      .resolve(Modules.PROMOTION)
      .computeActions([...new Set([...context.held, code])], context)
    const actions = all.filter((action) => action.code === code)
    const discount = actions.reduce<BigNumberInput>(
      (sum, action) => MathBN.add(sum, lowers(context, action)),
      0
    )
    return MathBN.gt(discount, 0)
      ? { discount, reason: null }
      : none(reasonOfActions(promotion, actions))
  } catch (error) {
    if (error instanceof MedusaError && error.code === CUSTOMER_REQUIRED) {
      return none(because("customer_required"))
    }
    throw error
  }
}

/**
 * Whether a code would take something off, without applying it. The answer is
 * computed by core, as a cart's is; only the reason of a "no" is ours.
 */
export async function checkCoupon(
  container: MedusaContainer,
  sent: string,
  context: CouponContext
): Promise<CouponCheck> {
  const { currency_code } = context
  const promotion = await readByCode(container, sent)
  const atSight = reasonAtSight(promotion, new Date(), context)
  const { discount, reason } =
    !promotion || atSight
      ? { discount: 0, reason: atSight ?? null }
      : await compute(container, promotion, context)
  return {
    code: reason?.code === "unknown" ? sent : (promotion?.code ?? sent),
    valid: reason === null,
    discount: toAmount(
      roundToMinor(MathBN.convert(discount).toFixed(), currency_code),
      currency_code
    ),
    currency_code,
    reason,
  }
}
