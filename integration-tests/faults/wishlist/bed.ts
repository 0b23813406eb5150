import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import type { Shop } from "../../support"

export type Told = {
  name: string
  data: { id: string; news_id: string; [key: string]: unknown }
}

/** What watchers are told from now on, as a plugin would hear it. */
export function listenIn(container: MedusaContainer): readonly Told[] {
  const told: Told[] = []
  const events = container.resolve(Modules.EVENT_BUS)
  for (const name of ["wishlist.back_in_stock", "wishlist.price_dropped"]) {
    events.subscribe(name, async (event) => {
      told.push(event as Told)
    })
  }
  return told
}

/** What the job does; its code is not imported before the app has booted. */
export const watchOnce = (container: MedusaContainer) =>
  container
    .resolve(Modules.WORKFLOW_ENGINE)
    .run("watch-wishlists", { input: {} })

/** Counts the stock of a variant anew, as staff do. */
export async function countStock(
  shop: Shop,
  variant_id: string,
  stocked_quantity: number
) {
  const [level] = await shop.sql<{ item: string; location: string }>(
    `select l.inventory_item_id as item, l.location_id as location
       from inventory_level l join product_variant_inventory_item i
         on i.inventory_item_id = l.inventory_item_id
      where i.variant_id = $1`,
    [variant_id]
  )
  return shop.admin(
    `/inventory-items/${level.item}/location-levels/${level.location}`,
    { body: { stocked_quantity } }
  )
}
