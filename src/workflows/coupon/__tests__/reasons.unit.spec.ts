import type { PromotionDTO } from "@medusajs/framework/types"
import { reasonAtSight } from "../lib/reasons"

const now = new Date("2026-06-15T12:00:00Z")

const figures = {
  currency_code: "kes",
  original_item_total: 1160,
  original_item_subtotal: 1000,
}

const promotion = (changes: Partial<PromotionDTO> = {}): PromotionDTO => ({
  id: "promo_1",
  code: "A",
  type: "standard",
  status: "active",
  is_automatic: false,
  ...changes,
})

const minimum = (attribute: string, value: string) => ({
  rules: [
    {
      id: "r",
      attribute,
      operator: "gte" as const,
      values: [{ id: "v", value }],
    },
  ],
})

const seen = (changes?: Partial<PromotionDTO>) =>
  reasonAtSight(promotion(changes), now, figures)

it("a code that nobody may know of is unknown", () => {
  expect(reasonAtSight(undefined, now, figures)?.code).toBe("unknown")
  expect(seen({ status: "draft" })?.code).toBe("unknown")
  expect(seen({ is_automatic: true })?.code).toBe("unknown")
})

it("starts with its first instant and is over with its end", () => {
  const between = (starts_at?: Date, ends_at?: Date) =>
    seen({ campaign: { id: "c", starts_at, ends_at } })?.code

  expect(between(now)).toBeUndefined()
  expect(between(new Date(now.getTime() + 1))).toBe("not_yet")
  expect(between(undefined, now)).toBe("expired")
  expect(between(undefined, new Date(now.getTime() + 1))).toBeUndefined()
})

it("compares its minimum with the prices that are shown", () => {
  expect(seen(minimum("original_item_total", "1160"))).toBeUndefined()
  expect(seen(minimum("original_item_total", "1160.01"))).toMatchObject({
    code: "minimum_not_reached",
    missing: 0.01,
  })
  expect(seen(minimum("original_item_subtotal", "1160"))).toMatchObject({
    missing: 160,
  })
})
