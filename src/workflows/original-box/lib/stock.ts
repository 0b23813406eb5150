import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"

/** Where a sales channel takes its goods from. */
export async function locationsOf(
  container: MedusaContainer,
  sales_channel_id: string | null | undefined
): Promise<string[]> {
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "sales_channel_locations",
      fields: ["stock_location_id"],
      filters: { sales_channel_id: sales_channel_id ?? "" },
    })
  return (data as { stock_location_id: string }[]).map(
    ({ stock_location_id }) => stock_location_id
  )
}

/** How many are left of each item where the channel takes them from. */
export async function availableBoxes(
  container: MedusaContainer,
  items: readonly string[],
  sales_channel_id: string | null | undefined
): Promise<Map<string, number>> {
  if (!items.length) {
    return new Map()
  }
  const locations = await locationsOf(container, sales_channel_id)
  const levels = await container
    .resolve(Modules.INVENTORY)
    .listInventoryLevels({
      inventory_item_id: [...new Set(items)],
      location_id: locations,
    })
  const left = new Map(items.map((item) => [item, 0]))
  for (const level of levels) {
    const free =
      Number(level.stocked_quantity) - Number(level.reserved_quantity)
    left.set(
      level.inventory_item_id,
      (left.get(level.inventory_item_id) ?? 0) + Math.max(0, free)
    )
  }
  return left
}
