import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { NewItem } from "../../../modules/wishlist/lists/items"
import { listFull, listNotFound } from "../lib/refusals"
import { wishlists } from "../lib/resolve"

export const addWishlistItemStepId = "add-wishlist-item"

export const addWishlistItemStep = createStep(
  addWishlistItemStepId,
  async (input: NewItem, { container }) => {
    const { wishlist_id } = input
    const added = await wishlists(container).addItem(input)
    switch (added.outcome) {
      case "gone":
        throw listNotFound()
      case "full":
        throw listFull()
    }
    const { id, product_id, variant_id } = added.item
    const isNew = added.outcome === "added"
    return new StepResponse(
      { item: { id, wishlist_id, product_id, variant_id }, added: isNew },
      isNew ? { id, wishlist_id } : null
    )
  },
  async (place, { container }) => {
    if (place) {
      await wishlists(container).removeItem(place)
    }
  }
)
