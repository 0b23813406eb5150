import type { BigNumberInput, PromotionTypes } from "@medusajs/framework/types"
import { BigNumber, ComputedActions, MathBN } from "@medusajs/framework/utils"

type Action = PromotionTypes.ComputeActions

/** What takes money off a line or a delivery. */
type Discount = Extract<Action, { amount: BigNumberInput }>

const isDiscount = (action: Action): action is Discount =>
  action.action === ComputedActions.ADD_ITEM_ADJUSTMENT ||
  action.action === ComputedActions.ADD_SHIPPING_METHOD_ADJUSTMENT

/** What each code takes off altogether. */
export function sumsByCode(
  actions: readonly Action[]
): Map<string, BigNumberInput> {
  const sums = new Map<string, BigNumberInput>()
  for (const { code, amount } of actions.filter(isDiscount)) {
    sums.set(code, MathBN.add(sums.get(code) ?? 0, amount))
  }
  return sums
}

/**
 * No code takes off more than its maximum: what is too much is taken from each
 * line in proportion, and the last line of a code gets the rest, so that the
 * sum is the maximum to the last digit.
 */
export function cappedTo(
  maximums: ReadonlyMap<string, BigNumberInput>,
  actions: readonly Action[]
): Action[] {
  const sums = sumsByCode(actions)
  const left = new Map(maximums)
  const lines = new Map<string, number>()
  for (const { code } of actions.filter(isDiscount)) {
    lines.set(code, (lines.get(code) ?? 0) + 1)
  }
  return actions.map((action) => {
    const maximum = maximums.get(action.code)
    const sum = sums.get(action.code)
    if (
      !isDiscount(action) ||
      maximum === undefined ||
      sum === undefined ||
      MathBN.lte(sum, maximum)
    ) {
      return action
    }
    const ahead = (lines.get(action.code) ?? 1) - 1
    const rest = left.get(action.code) ?? 0
    const amount = ahead
      ? MathBN.div(MathBN.mult(action.amount, maximum), sum)
      : rest
    lines.set(action.code, ahead)
    left.set(action.code, MathBN.sub(rest, amount))
    return { ...action, amount: new BigNumber(amount) }
  })
}
