import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import type { OrderBoxDTO } from "../../../modules/original-box/types"
import { refuseMissingBoxes } from "../cart/stock"
import { followsWatch } from "../lib/refusals"
import { boxesOf } from "../lib/service"
import { readOrderLines } from "./lines"
import { reserveBox } from "./reserve"

export type LineUpdate = { id: string; quantity: number }

/** A box may be dropped from an order; its number is that of its watch. */
function refuseOtherNumber(quantity: number, held: number | undefined) {
  if (quantity !== 0 && quantity !== held) {
    throw followsWatch()
  }
}

/** Which lines an edit of one line changes: with a watch also its box. */
export async function linesToEdit(
  container: MedusaContainer,
  { id, quantity }: LineUpdate
): Promise<LineUpdate[]> {
  const boxes = boxesOf(container)
  const [[box], [own]] = await Promise.all([
    boxes.listOrderBoxes({ watch_line_id: id }),
    boxes.listOrderBoxes({ box_line_id: id }),
  ])
  const bound = box ?? own
  if (!bound) {
    return [{ id, quantity }]
  }
  const { lines, sales_channel_id } = await readOrderLines(
    container,
    bound.order_id
  )
  const held = lines.get(bound.box_line_id)?.quantity
  if (own) {
    refuseOtherNumber(quantity, held)
    return [{ id, quantity }]
  }
  if (!held) {
    // The box was dropped from the order before.
    return [{ id, quantity }]
  }
  const item = bound.inventory_item_id
  if (item && quantity > held) {
    await refuseMissingBoxes(
      container,
      { [item]: quantity - held },
      sales_channel_id
    )
  }
  return [
    { id, quantity },
    { id: bound.box_line_id, quantity },
  ]
}

async function keepReservation(
  container: MedusaContainer,
  box: OrderBoxDTO,
  wanted: { quantity: number; sales_channel_id: string | null }
) {
  const inventory = container.resolve(Modules.INVENTORY)
  const held = await inventory.listReservationItems({
    line_item_id: box.box_line_id,
  })
  const reserved = held.reduce((sum, one) => sum + Number(one.quantity), 0)
  if (reserved === wanted.quantity) {
    return
  }
  if (held.length) {
    await inventory.deleteReservationItems(held.map(({ id }) => id))
  }
  await reserveBox(container, box, wanted)
}

/**
 * Reserves what the counted boxes of an order need after it was edited: core
 * gives up the reservations of edited lines and renews those of variants.
 * Safe to repeat.
 */
export async function keepReservations(
  container: MedusaContainer,
  { order_id }: { order_id: string }
): Promise<void> {
  const boxes = await boxesOf(container).listOrderBoxes({ order_id })
  const counted = boxes.filter(({ inventory_item_id }) => inventory_item_id)
  if (!counted.length) {
    return
  }
  const { lines, sales_channel_id } = await readOrderLines(container, order_id)
  for (const box of counted) {
    const line = lines.get(box.box_line_id)
    await keepReservation(container, box, {
      quantity: line ? line.quantity - line.shipped : 0,
      sales_channel_id,
    })
  }
}
