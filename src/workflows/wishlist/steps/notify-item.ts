import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { Notify } from "../../../modules/wishlist/types"
import { itemNotFound } from "../lib/refusals"
import { wishlists } from "../lib/resolve"

export type NotifyItemInput = {
  id: string
  wishlist_id: string
  notify: Notify
}

export const notifyWishlistItemStepId = "notify-wishlist-item"

export const notifyWishlistItemStep = createStep(
  notifyWishlistItemStepId,
  async ({ notify, ...place }: NotifyItemInput, { container }) => {
    const before = await wishlists(container).notifyItem(place, notify)
    if (!before) {
      throw itemNotFound()
    }
    return new StepResponse(place, {
      ...place,
      back_in_stock: before.notify_back_in_stock,
      price_drop: before.notify_price_drop,
    })
  },
  async (before, { container }) => {
    if (before) {
      await wishlists(container).notifyItem(before, before)
    }
  }
)
