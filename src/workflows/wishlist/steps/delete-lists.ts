import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { WishlistRow } from "../../../modules/wishlist/types"
import { listNotFound } from "../lib/refusals"
import { wishlists } from "../lib/resolve"

/** One list, or all of a customer. */
export type DeleteListsInput = { id: string } | { customer_id: string }

export const deleteWishlistsStepId = "delete-wishlists"

export const deleteWishlistsStep = createStep(
  deleteWishlistsStepId,
  async (input: DeleteListsInput, { container }) => {
    const service = wishlists(container)
    if ("customer_id" in input) {
      const lists = await service.deleteListsOf(input.customer_id)
      return new StepResponse(told(lists), lists)
    }
    const list = await service.deleteList(input.id)
    if (!list) {
      throw listNotFound()
    }
    return new StepResponse(told([list]), [list])
  },
  async (lists, { container }) => {
    for (const list of lists ?? []) {
      await wishlists(container).restoreList(list)
    }
  }
)

const told = (lists: WishlistRow[]) =>
  lists.map(({ id, customer_id }) => ({ id, customer_id }))
