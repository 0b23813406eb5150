import type { MedusaContainer } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  getVariantAvailability,
  QueryContext,
} from "@medusajs/framework/utils"

export type PriceContext = {
  region_id: string
  currency_code: string
  customer?: { groups: { id: string }[] }
}

export type Target = { product_id: string; variant_id: string | null }

export type Variant = {
  id: string
  product_id: string
  title: string | null
  sku: string | null
  thumbnail: string | null
  manage_inventory: boolean
  allow_backorder: boolean
  calculated_price?: {
    calculated_amount: number | null
    original_amount: number | null
    currency_code: string | null
    is_calculated_price_tax_inclusive: boolean
  } | null
}

const FIELDS = [
  "id",
  "product_id",
  "title",
  "sku",
  "thumbnail",
  "manage_inventory",
  "allow_backorder",
]

/** The variants that were chosen, and all of products where none was. */
export async function readVariants(
  container: MedusaContainer,
  targets: readonly Target[],
  prices: PriceContext | undefined,
  locale?: string
): Promise<Variant[]> {
  const chosen = targets.flatMap(({ variant_id }) => variant_id ?? [])
  const open = targets.flatMap((one) => (one.variant_id ? [] : one.product_id))
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph(
      {
        entity: "variants",
        fields: [...FIELDS, ...(prices ? ["calculated_price.*"] : [])],
        filters: { $or: [{ id: chosen }, { product_id: open }] },
        ...(prices
          ? { context: { calculated_price: QueryContext(prices) } }
          : {}),
      },
      { locale }
    )
  return data as unknown as Variant[]
}

/**
 * How many of each variant may be bought; null where nobody counts. With
 * several channels the one that has most: they may share a warehouse.
 */
export async function readAvailable(
  container: MedusaContainer,
  variants: readonly Variant[],
  channels: readonly string[]
): Promise<Map<string, number | null>> {
  const counted = variants
    .filter((one) => one.manage_inventory && !one.allow_backorder)
    .map(({ id }) => id)
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const available = new Map<string, number | null>(
    variants.map(({ id }) => [id, counted.includes(id) ? 0 : null])
  )
  if (!counted.length) {
    return available
  }
  for (const sales_channel_id of channels) {
    const there = await getVariantAvailability(query, {
      variant_ids: counted,
      sales_channel_id,
    })
    for (const id of counted) {
      const most = Math.max(
        available.get(id) ?? 0,
        there[id]?.availability ?? 0
      )
      available.set(id, most)
    }
  }
  return available
}
