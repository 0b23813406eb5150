import type { MedusaContainer } from "@medusajs/framework/types"
import { settings } from "../../../settings"
import { Refusal } from "../../refusal"
import { applyBoxes, type WrittenBoxes } from "./apply"
import { isAsShown, planBoxes } from "./plan"
import { readCartBoxes } from "./read"
import { refuseMissingBoxes } from "./stock"
import type { BoxChanges } from "./types"

const boxRules = () => ({ promotable: settings.ORIGINAL_BOX_PROMOTABLE })

/** What the cart needs beyond what it has, where pieces are counted. */
const grown = ({ more, needed }: BoxChanges) =>
  Object.fromEntries(
    Object.entries(needed).filter(([item]) => (more[item] ?? 0) > 0)
  )

/**
 * Keeps the boxes of a cart in step with its watches, at today's price. The
 * caller holds the lock of the cart. Gives back what to undo later.
 */
export async function keepCartBoxes(
  container: MedusaContainer,
  cart_id: string
): Promise<WrittenBoxes | null> {
  const state = await readCartBoxes(container, cart_id)
  if (!state) {
    return null
  }
  const changes = planBoxes(state, boxRules())
  await refuseMissingBoxes(
    container,
    grown(changes),
    state.cart.sales_channel_id
  )
  return applyBoxes(container, state.cart, state.bound, changes)
}

/**
 * Refuses a cart whose boxes cost, or are, something else than it shows. The
 * next change of the cart, whatever it is, brings it up to date and says so.
 */
export async function refuseChangedBoxes(
  container: MedusaContainer,
  cart_id: string
): Promise<void> {
  const state = await readCartBoxes(container, cart_id)
  if (!state) {
    return
  }
  const changes = planBoxes(state, boxRules())
  if (!isAsShown(changes)) {
    throw new Refusal(
      "original_box_changed",
      "The price or the offer of an original box has changed. Look at the cart again.",
      { kind: "NOT_ALLOWED" }
    )
  }
  await refuseMissingBoxes(
    container,
    changes.needed,
    state.cart.sales_channel_id
  )
}
