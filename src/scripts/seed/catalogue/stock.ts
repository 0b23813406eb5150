import { createInventoryLevelsWorkflow } from "@medusajs/medusa/core-flows"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import type { MarketCode } from "../../../markets"
import type { MarketLocations } from "../delivery"
import { HOME_MARKET } from "../regions"
import { createRandom } from "../random"
import { demoProducts } from "."
import { variantsOf } from "./variants"

/** A variant of the demo shop as the database knows it. */
export type StockedVariant = {
  id: string
  sku: string
  inventoryItemId: string
}

/** What is for sale when the seed is done, whatever was ordered before. */
export function forSale(sku: string, market: MarketCode): number {
  const product = demoProducts.find((demo) =>
    variantsOf(demo).some((variant) => variant.sku === sku)
  )
  if (product?.stock === "out") {
    return 0
  }
  const random = createRandom(`stock ${sku} ${market}`)
  if (product?.stock === "low") {
    return random.int(0, 3)
  }
  return market === HOME_MARKET ? random.int(14, 60) : random.int(6, 40)
}

export async function listStockedVariants(
  container: MedusaContainer
): Promise<StockedVariant[]> {
  const skus = demoProducts.flatMap(variantsOf).map(({ sku }) => sku)
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "product_variant",
      fields: ["id", "sku", "inventory_items.inventory_item_id"],
      filters: { sku: skus },
    })
  const variants = data as {
    id: string
    sku: string
    inventory_items: { inventory_item_id: string }[]
  }[]
  return variants.map(({ id, sku, inventory_items: [item] }) => ({
    id,
    sku,
    inventoryItemId: item.inventory_item_id,
  }))
}

/** Puts every variant into every warehouse that does not have it yet. */
export async function seedStock(
  container: MedusaContainer,
  variants: readonly StockedVariant[],
  locations: MarketLocations
) {
  const held = await container
    .resolve(Modules.INVENTORY)
    .listInventoryLevels(
      { inventory_item_id: variants.map((variant) => variant.inventoryItemId) },
      { select: ["inventory_item_id", "location_id"], take: null }
    )
  const key = (item: string, location: string) => `${item} ${location}`
  const known = new Set(
    held.map((level) => key(level.inventory_item_id, level.location_id))
  )
  const missing = variants.flatMap(({ sku, inventoryItemId }) =>
    (Object.entries(locations) as [MarketCode, string][])
      .filter(([, location]) => !known.has(key(inventoryItemId, location)))
      .map(([market, location_id]) => ({
        inventory_item_id: inventoryItemId,
        location_id,
        stocked_quantity: forSale(sku, market),
      }))
  )
  if (missing.length) {
    await createInventoryLevelsWorkflow(container).run({
      input: { inventory_levels: missing },
    })
  }
}
