import type { MedusaContainer } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  Modules,
  QueryContext,
} from "@medusajs/framework/utils"
import { type MarketCode, marketCodes, markets } from "../../../../markets"
import type { MarketRegions } from "../../regions"

/** A variant as an order line copies it, with its price in one market. */
export type PricedVariant = {
  id: string
  sku: string
  title: string
  thumbnail: string | null
  options: { value: string; option: { title: string } }[]
  product: {
    id: string
    title: string
    subtitle: string | null
    description: string | null
    handle: string
    type: { value: string } | null
    collection: { title: string } | null
  }
  calculated_price: { calculated_amount: number; original_amount: number }
}

export type TaxLine = {
  tax_rate_id: string
  code: string
  description: string
  rate: number
  provider_id: string
}

export type PriceBook = {
  variants: ReadonlyMap<string, PricedVariant>
  taxLines: readonly TaxLine[]
}

const FIELDS = [
  "id",
  "sku",
  "title",
  "thumbnail",
  "options.value",
  "options.option.title",
  "product.id",
  "product.title",
  "product.subtitle",
  "product.description",
  "product.handle",
  "product.type.value",
  "product.collection.title",
  "calculated_price.*",
]

/** What everything costs in each market today, offers and tax included. */
export async function readPriceBooks(
  container: MedusaContainer,
  skus: readonly string[],
  regions: MarketRegions
) {
  const books = {} as Record<MarketCode, PriceBook>
  for (const market of marketCodes) {
    const { data } = await container
      .resolve(ContainerRegistrationKeys.QUERY)
      .graph({
        entity: "product_variant",
        fields: FIELDS,
        filters: { sku: [...skus] },
        context: {
          calculated_price: QueryContext({
            region_id: regions[market],
            currency_code: markets[market].currency,
          }),
        },
      })
    const variants = data as unknown as PricedVariant[]
    books[market] = {
      variants: new Map(variants.map((variant) => [variant.sku, variant])),
      taxLines: await readTaxLines(container, markets[market].country),
    }
  }
  return books
}

async function readTaxLines(
  container: MedusaContainer,
  country_code: string
): Promise<TaxLine[]> {
  const tax = container.resolve(Modules.TAX)
  const regions = await tax.listTaxRegions({ country_code })
  const rates = await tax.listTaxRates({
    tax_region_id: regions.map(({ id }) => id),
  })
  return rates
    .filter(({ is_default }) => is_default)
    .map(({ id, code, name, rate }) => ({
      tax_rate_id: id,
      code: code ?? name,
      description: name,
      rate: rate ?? 0,
      provider_id: "tp_system",
    }))
}
