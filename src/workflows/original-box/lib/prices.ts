import type {
  CalculatedPriceSet,
  MedusaContainer,
  PricingContext as CorePricingContext,
} from "@medusajs/framework/types"
import { Modules, PriceListType } from "@medusajs/framework/utils"

/** What Medusa calculates the price of a variant from, too. */
export type PricingContext = Record<string, unknown> & { currency_code: string }

export type BoxPrice = {
  amount: number
  /** What it cost without the sale it is in. */
  compare_at: number | null
  tax_inclusive: boolean
}

export function boxPriceOf(
  price: CalculatedPriceSet | undefined
): BoxPrice | null {
  if (price?.calculated_amount === null || !price) {
    return null
  }
  const amount = Number(price.calculated_amount)
  const original = Number(price.original_amount)
  const on_sale =
    price.calculated_price?.price_list_type === PriceListType.SALE &&
    original !== amount
  return {
    amount,
    compare_at: on_sale ? original : null,
    tax_inclusive: !!price.is_calculated_price_tax_inclusive,
  }
}

/** What each price set comes to, with price lists, for one quantity. */
export async function calculatedPrices(
  container: MedusaContainer,
  ids: readonly string[],
  context: PricingContext
): Promise<Map<string, CalculatedPriceSet>> {
  if (!ids.length) {
    return new Map()
  }
  const prices = await container.resolve(Modules.PRICING).calculatePrices(
    { id: [...new Set(ids)] },
    // Core gives it whole customers and regions as well.
    { context: context as CorePricingContext["context"] }
  )
  return new Map(prices.map((price) => [price.id, price]))
}
