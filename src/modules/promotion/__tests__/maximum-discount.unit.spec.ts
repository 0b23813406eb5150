import type { PromotionTypes } from "@medusajs/framework/types"
import { MathBN } from "@medusajs/framework/utils"
import { cappedTo } from "../maximum-discount"

const line = (code: string, item_id: string, amount: number) =>
  ({
    action: "addItemAdjustment",
    code,
    item_id,
    amount,
  }) as PromotionTypes.ComputeActions

const amounts = (actions: PromotionTypes.ComputeActions[]) =>
  actions.map((action) =>
    "amount" in action ? MathBN.convert(action.amount).toFixed() : action.action
  )

describe("a maximum discount", () => {
  it("is shared by the lines in proportion, to the last digit", () => {
    const actions = [line("A", "1", 300), line("A", "2", 100)]

    expect(amounts(cappedTo(new Map([["A", 200]]), actions))).toEqual([
      "150",
      "50",
    ])
    const thirds = [line("A", "1", 1), line("A", "2", 1), line("A", "3", 1)]
    const shared = cappedTo(new Map([["A", 1]]), thirds)
    const sum = shared.reduce(
      (total, action) =>
        MathBN.add(total, "amount" in action ? action.amount : 0),
      MathBN.convert(0)
    )
    expect(sum.toFixed()).toBe("1")
  })

  it("leaves what is not more, other codes, and what takes nothing off", () => {
    const actions: PromotionTypes.ComputeActions[] = [
      line("A", "1", 200),
      line("B", "1", 900),
      { action: "promotionLimitExceeded", code: "A" },
    ]

    expect(cappedTo(new Map([["A", 200]]), actions)).toEqual(actions)
  })

  it("counts what comes off the delivery, too", () => {
    const actions = [
      line("A", "1", 100),
      {
        action: "addShippingMethodAdjustment",
        code: "A",
        shipping_method_id: "s",
        amount: 100,
      } as PromotionTypes.ComputeActions,
    ]

    expect(amounts(cappedTo(new Map([["A", 50]]), actions))).toEqual([
      "25",
      "25",
    ])
  })
})
