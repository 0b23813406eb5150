import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import type { OrderBoxDTO } from "../../../modules/original-box/types"
import { Refusal } from "../../refusal"
import { locationsOf } from "../lib/stock"

type Wanted = { quantity: number; sales_channel_id?: string | null }

const tooFew = () =>
  new Refusal(
    "insufficient_inventory",
    "There are not enough original boxes in stock.",
    { kind: "NOT_ALLOWED" }
  )

/** The first place of the channel that has them all. */
async function placeOf(
  container: MedusaContainer,
  inventory_item_id: string,
  { quantity, sales_channel_id }: Wanted
): Promise<string> {
  const locations = await locationsOf(container, sales_channel_id)
  const levels = await container
    .resolve(Modules.INVENTORY)
    .listInventoryLevels({ inventory_item_id, location_id: locations })
  const level = levels.find(
    ({ stocked_quantity, reserved_quantity }) =>
      Number(stocked_quantity) - Number(reserved_quantity) >= quantity
  )
  if (!level) {
    throw tooFew()
  }
  return level.location_id
}

/**
 * Reserves a counted box as core reserves what a variant is made of: by the
 * line, so that shipping and cancelling the order find it. The inventory
 * module has the last word over the last piece.
 */
export async function reserveBox(
  container: MedusaContainer,
  { box_line_id, inventory_item_id }: OrderBoxDTO,
  wanted: Wanted
): Promise<string[]> {
  if (!inventory_item_id || wanted.quantity <= 0) {
    return []
  }
  const location_id = await placeOf(container, inventory_item_id, wanted)
  const [made] = await container
    .resolve(Modules.INVENTORY)
    .createReservationItems([
      {
        inventory_item_id,
        location_id,
        line_item_id: box_line_id,
        quantity: wanted.quantity,
      },
    ])
  return [made.id]
}
