import type { MedusaContainer } from "@medusajs/framework/types"
import { boxesOf } from "../lib/service"
import { readOrderLines } from "./lines"

type ReturnLine = { id: string; quantity: number }

/**
 * What goes back, with the boxes of the watches among it: a watch that was
 * sold with its box is given back with it. A box that is named already is left
 * as it was said, and one that went back before is not asked for again.
 */
export async function withTheirBoxes<Line extends ReturnLine>(
  container: MedusaContainer,
  sent: readonly Line[]
): Promise<Line[]> {
  const boxes = await boxesOf(container).listOrderBoxes({
    watch_line_id: sent.map(({ id }) => id),
  })
  if (!boxes.length) {
    return [...sent]
  }
  const { lines } = await readOrderLines(container, boxes[0].order_id)
  const added = boxes.flatMap(({ watch_line_id, box_line_id }): Line[] => {
    const watch = sent.find(({ id }) => id === watch_line_id)
    const box = lines.get(box_line_id)
    if (!watch || !box || sent.some(({ id }) => id === box_line_id)) {
      return []
    }
    const quantity = Math.min(watch.quantity, box.quantity - box.going_back)
    return quantity > 0 ? [{ ...watch, id: box_line_id, quantity }] : []
  })
  return [...sent, ...added]
}
