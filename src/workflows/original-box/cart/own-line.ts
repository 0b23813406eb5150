import type { BigNumberInput, MedusaContainer } from "@medusajs/framework/types"
import { MathBN } from "@medusajs/framework/utils"
import { followsWatch } from "../lib/refusals"
import { boxesOf } from "../lib/service"

type Line = { id: string; variant_id?: string | null; quantity: BigNumberInput }

type Update = {
  quantity?: BigNumberInput
  metadata?: Record<string, unknown> | null
}

/**
 * A box may be taken out of the cart, which gives it back; how many there are
 * is said by its watch.
 */
export async function refuseChangeOfBox(
  container: MedusaContainer,
  line: Line | undefined,
  { quantity, metadata }: Update
): Promise<void> {
  if (!line || line.variant_id) {
    return
  }
  const wanted = quantity ?? line.quantity
  const leaves_it = MathBN.eq(wanted, line.quantity) && !metadata
  if (leaves_it || MathBN.eq(wanted, 0)) {
    return
  }
  const bound = await boxesOf(container).listCartBoxes({ box_line_id: line.id })
  if (bound.length) {
    throw followsWatch()
  }
}
