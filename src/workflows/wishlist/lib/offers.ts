import type { MedusaContainer } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  groupBy,
  ProductStatus,
} from "@medusajs/framework/utils"
import type { Sighting } from "../../../modules/wishlist/types"
import { settings } from "../../../settings"
import {
  type PriceContext,
  readAvailable,
  readVariants,
  type Target,
  type Variant,
} from "./variants"

export type { Target } from "./variants"

export const stockStates = ["in_stock", "low", "out"] as const

type StockState = (typeof stockStates)[number]

export type OfferedProduct = {
  id: string
  title: string
  handle: string
  thumbnail: string | null
}

export type Offer = {
  /** Null for a product that is not sold in these channels now. */
  product: OfferedProduct | null
  /** The one that was chosen; null when none was, or it is no more. */
  variant: Pick<Variant, "id" | "title" | "sku" | "thumbnail"> | null
  /** Of the chosen variant, else the lowest of all. */
  price: {
    amount: number
    original_amount: number
    currency_code: string
    includes_tax: boolean
  } | null
  stock: StockState | null
}

export type Where = {
  region_id: string | null
  sales_channel_ids: readonly string[]
  /** For prices of the customer's groups. */
  customer_id?: string
  locale?: string
}

const GONE: Offer = { product: null, variant: null, price: null, stock: null }

const stateOf = (available: number | null): StockState => {
  if (available === null || available > settings.LOW_STOCK_THRESHOLD) {
    return "in_stock"
  }
  return available > 0 ? "low" : "out"
}

/** The prices of a region, or undefined when there is no such region. */
export async function priceContext(
  container: MedusaContainer,
  { region_id, customer_id }: Pick<Where, "region_id" | "customer_id">
): Promise<PriceContext | undefined> {
  if (!region_id) {
    return undefined
  }
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const {
    data: [region],
  } = await query.graph({
    entity: "region",
    fields: ["id", "currency_code"],
    filters: { id: region_id },
  })
  if (!region) {
    return undefined
  }
  const groups = customer_id
    ? await query.graph({
        entity: "customer_group",
        fields: ["id"],
        filters: { customers: { id: customer_id } },
      })
    : undefined
  return {
    region_id: region.id,
    currency_code: region.currency_code,
    ...(groups
      ? { customer: { groups: groups.data.map(({ id }) => ({ id })) } }
      : {}),
  }
}

async function readProducts(
  container: MedusaContainer,
  targets: readonly Target[],
  { sales_channel_ids, locale }: Where
) {
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph(
      {
        entity: "product",
        fields: ["id", "title", "handle", "thumbnail", "sales_channels.id"],
        filters: {
          id: [...new Set(targets.map(({ product_id }) => product_id))],
          status: ProductStatus.PUBLISHED,
        },
      },
      { locale }
    )
  return new Map(
    data
      .filter(({ sales_channels }) =>
        sales_channels?.some((one) => one && sales_channel_ids.includes(one.id))
      )
      .map(({ id, title, handle, thumbnail }) => [
        id,
        { id, title, handle, thumbnail: thumbnail ?? null },
      ])
  )
}

const priceOf = ({ calculated_price: price }: Variant): Offer["price"] =>
  price && price.calculated_amount !== null && price.currency_code
    ? {
        amount: price.calculated_amount,
        original_amount: price.original_amount ?? price.calculated_amount,
        currency_code: price.currency_code,
        includes_tax: price.is_calculated_price_tax_inclusive,
      }
    : null

const lowest = (prices: readonly Offer["price"][]): Offer["price"] =>
  prices.reduce(
    (low, price) =>
      price && (!low || price.amount < low.amount) ? price : low,
    null
  )

const most = (available: readonly (number | null)[]): number | null =>
  available.includes(null)
    ? null
    : Math.max(0, ...available.map((one) => one ?? 0))

/**
 * What the products are to be had for and whether they are there, with as many
 * statements for a hundred as for one. Never from a cache.
 */
export async function readOffers(
  container: MedusaContainer,
  targets: readonly Target[],
  where: Where
): Promise<(target: Target) => Offer> {
  if (!targets.length) {
    return () => GONE
  }
  const products = await readProducts(container, targets, where)
  const variants = await readVariants(
    container,
    targets.filter(({ product_id }) => products.has(product_id)),
    await priceContext(container, where),
    where.locale
  )
  const available = await readAvailable(
    container,
    variants,
    where.sales_channel_ids
  )
  const byId = new Map(variants.map((one) => [one.id, one]))
  const byProduct: Map<string, Variant[]> = groupBy(variants, "product_id")

  return ({ product_id, variant_id }) => {
    const product = products.get(product_id)
    if (!product) {
      return GONE
    }
    const chosen = variant_id ? byId.get(variant_id) : undefined
    const there = variant_id
      ? chosen?.product_id === product_id
        ? [chosen]
        : []
      : (byProduct.get(product_id) ?? [])
    if (!there.length) {
      return { ...GONE, product }
    }
    return {
      product,
      variant: chosen
        ? {
            id: chosen.id,
            title: chosen.title,
            sku: chosen.sku,
            thumbnail: chosen.thumbnail,
          }
        : null,
      price: lowest(there.map(priceOf)),
      stock: stateOf(most(there.map(({ id }) => available.get(id) ?? null))),
    }
  }
}

/** What of an offer is remembered until somebody looks again. */
export const sightingOf = ({ price, stock }: Offer): Sighting => ({
  in_stock: stock === "in_stock" || stock === "low",
  price: price?.amount ?? null,
  currency_code: price?.currency_code ?? null,
})
