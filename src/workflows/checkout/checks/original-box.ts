import { refuseChangedBoxes } from "../../original-box/cart/keep"
import type { CompletionCheck } from "./types"

/** A box is not sold at yesterday's price, nor when it is withdrawn. */
export const originalBoxCheck: CompletionCheck = {
  name: "original-box",
  check: (container, cart) => refuseChangedBoxes(container, cart.id),
}
