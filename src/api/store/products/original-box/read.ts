import type {
  CalculatedPriceSet,
  ItemTaxLineDTO,
  MedusaContainer,
  TaxCalculationContext,
} from "@medusajs/framework/types"
import { calculateAmountsWithTax, Modules } from "@medusajs/framework/utils"
import {
  calculatedPrices,
  type PricingContext,
  taxableBox,
} from "../../../../workflows/original-box"
import { offersOf } from "./offers"

export type ReadProduct = {
  id: string
  type_id?: string | null
  original_box?: ProductBox | null
}

export type BoxPriceView = Omit<CalculatedPriceSet, "id"> & {
  calculated_amount_with_tax?: number
  calculated_amount_without_tax?: number
  original_amount_with_tax?: number
  original_amount_without_tax?: number
}

/** What a storefront sees; a box without a price cannot be bought. */
export type ProductBox = { id: string; calculated_price?: BoxPriceView }

export type ReadContext = {
  pricing?: PricingContext
  /** Left out where taxes cannot be told: no country, or not automatic. */
  tax?: TaxCalculationContext
}

async function taxLines(
  container: MedusaContainer,
  products: readonly ReadProduct[],
  { pricing, tax }: ReadContext
): Promise<Map<string, ItemTaxLineDTO[]>> {
  const found = new Map<string, ItemTaxLineDTO[]>()
  if (!tax || !products.length) {
    return found
  }
  const lines = await container.resolve(Modules.TAX).getTaxLines(
    products.map((product) => taxableBox(product, pricing?.currency_code)),
    tax
  )
  for (const line of lines as ItemTaxLineDTO[]) {
    const { line_item_id } = line
    found.set(line_item_id, [...(found.get(line_item_id) ?? []), line])
  }
  return found
}

function withTax(
  { id: _, ...price }: CalculatedPriceSet,
  lines: ItemTaxLineDTO[] | undefined
): BoxPriceView {
  if (!lines) {
    return price
  }
  const taxed = (amount: unknown, includesTax: boolean | undefined) =>
    calculateAmountsWithTax({
      taxLines: lines,
      amount: Number(amount),
      includesTax,
    })
  const now = taxed(
    price.calculated_amount,
    price.is_calculated_price_tax_inclusive
  )
  const before = taxed(
    price.original_amount,
    price.is_original_price_tax_inclusive
  )
  return {
    ...price,
    calculated_amount_with_tax: now.priceWithTax,
    calculated_amount_without_tax: now.priceWithoutTax,
    original_amount_with_tax: before.priceWithTax,
    original_amount_without_tax: before.priceWithoutTax,
  }
}

/**
 * Puts `original_box` on products that were read: prices and taxes are asked
 * for only where a product has one. Null is said
 * of a box that cannot be bought here.
 */
export async function addOriginalBoxes(
  container: MedusaContainer,
  products: readonly ReadProduct[],
  context: ReadContext
): Promise<void> {
  const offers = products.length
    ? await offersOf(
        container,
        products.map(({ id }) => id)
      )
    : []
  const prices = context.pricing
    ? await calculatedPrices(
        container,
        offers.map(({ price_set_id }) => price_set_id),
        context.pricing
      )
    : new Map<string, CalculatedPriceSet>()
  const boxed = products.filter(({ id }) =>
    offers.some(({ product_id }) => product_id === id)
  )
  const taxes = await taxLines(container, boxed, context)
  for (const product of products) {
    const offer = offers.find(({ product_id }) => product_id === product.id)
    const price = offer && prices.get(offer.price_set_id)
    if (!offer || (context.pricing && !price)) {
      product.original_box = null
    } else {
      product.original_box = {
        id: offer.id,
        ...(price
          ? { calculated_price: withTax(price, taxes.get(product.id)) }
          : {}),
      }
    }
  }
}
