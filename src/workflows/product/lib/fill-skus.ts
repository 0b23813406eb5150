import type { MedusaContainer } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  MedusaError,
  Modules,
} from "@medusajs/framework/utils"
import { skusFor } from "./skus"

type Item = { id: string; sku: string | null }

type Nameless = {
  id: string
  title: string
  sku: string | null
  product_id: string
  product?: { product_profile?: { sku_prefix: string | null } | null } | null
  inventory_items?: ({ inventory?: Item | null } | null)[]
}

export type FilledSku = { variant_id: string; item_ids: string[] }

/** Who comes second to a SKU tries the next; more rivals than that are none. */
const TRIES = 10

async function nameless(
  container: MedusaContainer,
  filters: { product_id: string[] } | { id: string[] }
): Promise<Nameless[]> {
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "variant",
      fields: [
        "id",
        "title",
        "sku",
        "product_id",
        "product.product_profile.sku_prefix",
        "inventory_items.inventory.id",
        "inventory_items.inventory.sku",
      ],
      filters: { ...filters, sku: null },
      pagination: { order: { variant_rank: "ASC", id: "ASC" } },
    })
  return data as unknown as Nameless[]
}

const isTaken = (error: unknown) =>
  MedusaError.isMedusaError(error) && /already exists/.test(error.message)

async function firstFree(
  container: MedusaContainer,
  { title }: Nameless,
  prefix: string
): Promise<string> {
  for (let round = 0; ; round += 1) {
    const wanted = skusFor(prefix, title, round)
    const filters = { sku: wanted }
    const [variants, items] = await Promise.all([
      container
        .resolve(Modules.PRODUCT)
        .listProductVariants(filters, { select: ["sku"], take: null }),
      container
        .resolve(Modules.INVENTORY)
        .listInventoryItems(filters, { select: ["sku"], take: null }),
    ])
    const taken = new Set([...variants, ...items].map(({ sku }) => sku))
    const free = wanted.find((sku) => !taken.has(sku))
    if (free) {
      return free
    }
  }
}

async function fill(
  container: MedusaContainer,
  variant: Nameless,
  prefix: string
): Promise<FilledSku> {
  const items = (variant.inventory_items ?? []).flatMap((link) =>
    link?.inventory && !link.inventory.sku ? [link.inventory.id] : []
  )
  for (let turn = 1; ; turn += 1) {
    const sku = await firstFree(container, variant, prefix)
    try {
      await container
        .resolve(Modules.PRODUCT)
        .updateProductVariants(variant.id, { sku })
      // A kit has items of several variants; none of them is this one's alone.
      if (items.length === 1) {
        await container
          .resolve(Modules.INVENTORY)
          .updateInventoryItems({ id: items[0], sku })
      }
      return { variant_id: variant.id, item_ids: items }
    } catch (error) {
      if (!isTaken(error) || turn === TRIES) {
        throw error
      }
    }
  }
}

/** Gives variants without a SKU one, where their product has a prefix. */
export async function fillSkus(
  container: MedusaContainer,
  filters: { product_id: string[] } | { id: string[] }
): Promise<FilledSku[]> {
  const filled: FilledSku[] = []
  for (const variant of await nameless(container, filters)) {
    const prefix = variant.product?.product_profile?.sku_prefix
    if (prefix) {
      filled.push(await fill(container, variant, prefix))
    }
  }
  return filled
}

export async function emptySkus(
  container: MedusaContainer,
  filled: readonly FilledSku[] | undefined
): Promise<void> {
  for (const { variant_id, item_ids } of filled ?? []) {
    await container
      .resolve(Modules.PRODUCT)
      .updateProductVariants(variant_id, { sku: null })
    if (item_ids.length === 1) {
      await container
        .resolve(Modules.INVENTORY)
        .updateInventoryItems({ id: item_ids[0], sku: null })
    }
  }
}
