import type { MedusaContainer } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  MedusaError,
  Modules,
} from "@medusajs/framework/utils"
import { taxableBox } from "../../../../../workflows/original-box"
import type {
  AdminOriginalBoxResponse,
  OriginalBoxMarket,
  OriginalBoxView,
} from "./view"

type Region = {
  id: string
  name: string
  currency_code: string
  automatic_taxes: boolean
  countries: { iso_2: string }[]
}

type Offer = {
  id: string
  product_id: string
  offered: boolean
  inventory_item_id: string | null
  price_set?: {
    prices: {
      currency_code: string
      amount: number
      price_list?: { id: string } | null
    }[]
  } | null
}

type Product = {
  id: string
  type_id: string | null
  original_box?: Offer | null
}

const graph = (container: MedusaContainer) =>
  container.resolve(ContainerRegistrationKeys.QUERY)

async function readProduct(
  container: MedusaContainer,
  id: string
): Promise<Product> {
  const { data } = await graph(container).graph({
    entity: "product",
    fields: [
      "id",
      "type_id",
      "original_box.*",
      "original_box.price_set.prices.*",
      "original_box.price_set.prices.price_list.id",
    ],
    filters: { id },
  })
  const product = (data as unknown as Product[]).at(0)
  if (!product) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      "There is no such product."
    )
  }
  return product
}

async function readRegions(container: MedusaContainer): Promise<Region[]> {
  const { data } = await graph(container).graph({
    entity: "region",
    fields: [
      "id",
      "name",
      "currency_code",
      "automatic_taxes",
      "countries.iso_2",
    ],
    pagination: { order: { name: "ASC" } },
  })
  return data as unknown as Region[]
}

/** What a box of this product is taxed with in a region, in per cent. */
async function taxRate(
  container: MedusaContainer,
  product: Product,
  { automatic_taxes, countries, currency_code }: Region
): Promise<number> {
  const country_code = countries.at(0)?.iso_2
  if (!automatic_taxes || !country_code) {
    return 0
  }
  const lines = await container
    .resolve(Modules.TAX)
    .getTaxLines([taxableBox(product, currency_code)], {
      address: { country_code },
    })
  return lines.reduce((sum, { rate }) => sum + Number(rate ?? 0), 0)
}

async function readMarkets(
  container: MedusaContainer,
  product: Product
): Promise<OriginalBoxMarket[]> {
  const [regions, preferences] = await Promise.all([
    readRegions(container),
    container
      .resolve(Modules.PRICING)
      .listPricePreferences({ attribute: "currency_code" }, { take: null }),
  ])
  const rates = await Promise.all(
    regions.map((region) => taxRate(container, product, region))
  )
  return regions.map(({ id, name, currency_code }, index) => ({
    region_id: id,
    name,
    currency_code,
    tax_rate: rates[index],
    tax_inclusive: preferences.some(
      ({ value, is_tax_inclusive }) =>
        value === currency_code && is_tax_inclusive
    ),
  }))
}

async function readAvailable(
  container: MedusaContainer,
  item: string | null
): Promise<number | null> {
  if (!item) {
    return null
  }
  const levels = await container
    .resolve(Modules.INVENTORY)
    .listInventoryLevels({ inventory_item_id: item }, { take: null })
  return levels.reduce(
    (sum, { stocked_quantity, reserved_quantity }) =>
      sum + Number(stocked_quantity) - Number(reserved_quantity),
    0
  )
}

async function viewOf(
  container: MedusaContainer,
  { price_set, inventory_item_id, ...offer }: Offer,
  currencies: readonly string[]
): Promise<OriginalBoxView> {
  const prices = (price_set?.prices ?? [])
    .filter(({ price_list }) => !price_list)
    .map(({ currency_code, amount }) => ({
      currency_code,
      amount: Number(amount),
    }))
    .sort((one, two) => (one.currency_code < two.currency_code ? -1 : 1))
  const priced = prices.map(({ currency_code }) => currency_code)
  return {
    id: offer.id,
    product_id: offer.product_id,
    offered: offer.offered,
    prices,
    missing_currencies: currencies.filter((code) => !priced.includes(code)),
    own_stock: !!inventory_item_id,
    inventory_item_id,
    available: await readAvailable(container, inventory_item_id),
  }
}

/** The offer of a product as staff see it, and the places it is for. */
export async function readOriginalBox(
  container: MedusaContainer,
  product_id: string
): Promise<AdminOriginalBoxResponse> {
  const product = await readProduct(container, product_id)
  const markets = await readMarkets(container, product)
  const currencies = [
    ...new Set(markets.map(({ currency_code }) => currency_code)),
  ].sort()
  return {
    original_box: product.original_box
      ? await viewOf(container, product.original_box, currencies)
      : null,
    markets,
  }
}
