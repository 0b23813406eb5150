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

export async function seedCoupons(container: MedusaContainer) {
  const existing = await container
    .resolve(Modules.PROMOTION)
    .listPromotions({ code: coupons.map(({ code }) => code) })
  const held = new Set(existing.map(({ code }) => code))
  const missing = coupons.filter(({ code }) => !held.has(code))
  if (!missing.length) {
    return
  }
  await createPromotionsWorkflow(container).run({
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
}
