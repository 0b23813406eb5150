import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { Before, ListChange } from "../../../modules/wishlist/lists/lists"
import { listNotFound } from "../lib/refusals"
import { wishlists } from "../lib/resolve"

export type UpdateListInput = ListChange & { id: string }

export const updateWishlistStepId = "update-wishlist"

export const updateWishlistStep = createStep(
  updateWishlistStepId,
  async ({ id, ...change }: UpdateListInput, { container }) => {
    const before = await wishlists(container).updateList(id, change)
    if (!before) {
      throw listNotFound()
    }
    const { customer_id } = before.list
    return new StepResponse<{ id: string; customer_id: string | null }, Before>(
      { id, customer_id },
      before
    )
  },
  async (before, { container }) => {
    if (before) {
      await wishlists(container).undoUpdate(before)
    }
  }
)
