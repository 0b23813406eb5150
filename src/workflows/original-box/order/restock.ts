import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import type { OrderBoxDTO } from "../../../modules/original-box/types"
import { boxesOf } from "../lib/service"
import { readOrderLines } from "./lines"

async function restock(
  container: MedusaContainer,
  { id, inventory_item_id, restocked }: OrderBoxDTO,
  received: number,
  location_id: string | undefined
) {
  if (!inventory_item_id || received <= restocked) {
    return
  }
  const inventory = container.resolve(Modules.INVENTORY)
  const levels = await inventory.listInventoryLevels({ inventory_item_id })
  const level =
    levels.find((one) => one.location_id === location_id) ?? levels.at(0)
  const counted = level
    ? await boxesOf(container).countRestocked({
        id,
        from: restocked,
        to: received,
      })
    : false
  if (level && counted) {
    await inventory.adjustInventory(
      inventory_item_id,
      level.location_id,
      received - restocked
    )
  }
}

/**
 * Counted boxes that came back whole are in stock again. Core does this for
 * what a variant is made of. It is written down first: should the server die
 * in between, a box is missing from the stock, and never there twice.
 */
export async function restockBoxes(
  container: MedusaContainer,
  { order_id, location_id }: { order_id: string; location_id?: string }
): Promise<void> {
  const boxes = await boxesOf(container).listOrderBoxes({ order_id })
  if (!boxes.some(({ inventory_item_id }) => inventory_item_id)) {
    return
  }
  const { lines } = await readOrderLines(container, order_id)
  for (const box of boxes) {
    const received = lines.get(box.box_line_id)?.received ?? 0
    await restock(container, box, received, location_id)
  }
}
