import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { tooManyLists } from "../lib/refusals"
import { wishlists } from "../lib/resolve"

export type CreateListInput = {
  name: string
  /** Whose it is; without one it is a guest's, who holds its token. */
  customer_id: string | null
  token_hash: string | null
  is_default?: boolean
}

export const createWishlistStepId = "create-wishlist"

export const createWishlistStep = createStep(
  createWishlistStepId,
  async (input: CreateListInput, { container }) => {
    const list = await wishlists(container).createList(input)
    if (!list) {
      throw tooManyLists()
    }
    return new StepResponse(
      { id: list.id, customer_id: list.customer_id },
      list.id
    )
  },
  async (id, { container }) => {
    if (id) {
      await wishlists(container).deleteList(id)
    }
  }
)
