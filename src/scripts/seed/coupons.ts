import { createPromotionsWorkflow } from "@medusajs/medusa/core-flows"
import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules, PromotionStatus } from "@medusajs/framework/utils"
import { type MarketCode, markets } from "../../markets"

type Coupon =
  | { code: string; percent: number }
  | { code: string; amount: number; market: MarketCode }

export const coupons: readonly Coupon[] = [
  { code: "KARIBU10", percent: 10 },
  { code: "WEEKEND15", percent: 15 },
  { code: "NAIROBI500", amount: 500, market: "ke" },
  { code: "DHAKA400", amount: 400, market: "bd" },
  { code: "MUMBAI300", amount: 300, market: "in" },
  { code: "NEWARK5", amount: 5, market: "us" },
]

/** The code that takes a round amount off in a market. */
export const couponOf = (market: MarketCode) =>
  coupons.find((coupon) => "market" in coupon && coupon.market === market)?.code

/** The round amount a code takes off. */
export function discountOf(code: string) {
  const coupon = coupons.find((entry) => entry.code === code)
  return coupon && "amount" in coupon ? coupon.amount : 0
}

/** Makes the coupons that are missing; answers with all ids by code. */
export async function seedCoupons(
  container: MedusaContainer
): Promise<Map<string, string>> {
  const existing = await container
    .resolve(Modules.PROMOTION)
    .listPromotions({ code: coupons.map(({ code }) => code) })
  const ids = new Map(existing.map(({ code, id }) => [code ?? "", id]))
  const missing = coupons.filter(({ code }) => !ids.has(code))
  if (!missing.length) {
    return ids
  }
  const { result } = await createPromotionsWorkflow(container).run({
    input: {
      promotionsData: missing.map((coupon) => ({
        code: coupon.code,
        type: "standard",
        status: PromotionStatus.ACTIVE,
        is_automatic: false,
        application_method: {
          target_type: "items",
          allocation: "across",
          ...("percent" in coupon
            ? { type: "percentage", value: coupon.percent }
            : {
                type: "fixed",
                value: coupon.amount,
                currency_code: markets[coupon.market].currency,
              }),
        },
      })),
    },
  })
  for (const { code, id } of result) {
    ids.set(code ?? "", id)
  }
  return ids
}
