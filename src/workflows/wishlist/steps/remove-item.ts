import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { itemNotFound } from "../lib/refusals"
import { wishlists } from "../lib/resolve"

export type ItemPlace = { id: string; wishlist_id: string }

export const removeWishlistItemStepId = "remove-wishlist-item"

export const removeWishlistItemStep = createStep(
  removeWishlistItemStepId,
  async ({ id, wishlist_id }: ItemPlace, { container }) => {
    if (!(await wishlists(container).removeItem({ id, wishlist_id }))) {
      throw itemNotFound()
    }
    return new StepResponse({ id, wishlist_id }, id)
  },
  async (id, { container }) => {
    if (id) {
      await wishlists(container).restoreItem(id)
    }
  }
)
