import { refuseUnofferedBoxes } from "../../original-box/cart/ask"
import type { CartLineCheck } from "."

/** A new cart is asked about its boxes when its lines are there. */
export const offeredBoxesCheck: CartLineCheck = {
  name: "offered-boxes",
  async check(container, lines, cart) {
    if (cart) {
      await refuseUnofferedBoxes(container, lines, cart)
    }
  },
}
