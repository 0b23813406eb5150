import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { Merged, MergeInput } from "../../../modules/wishlist/lists/merge"
import { listFull, tokenUnknown } from "../lib/refusals"
import { wishlists } from "../lib/resolve"

export const mergeWishlistStepId = "merge-wishlist"

type Done = Extract<Merged, { outcome: "merged" }>

/** Who sends the same token again is answered the same. */
export const mergeWishlistStep = createStep(
  mergeWishlistStepId,
  async (input: MergeInput, { container }) => {
    const merged = await wishlists(container).mergeList(input)
    switch (merged.outcome) {
      case "unknown":
        throw tokenUnknown()
      case "full":
        throw listFull()
      case "known":
        return new StepResponse<MergeAnswer, Done | null>(
          { id: merged.wishlist_id, guest_wishlist_id: null },
          null
        )
      case "merged":
        return new StepResponse<MergeAnswer, Done | null>(
          { id: merged.wishlist_id, guest_wishlist_id: merged.guest_id },
          merged
        )
    }
  },
  async (merged, { container }) => {
    if (merged) {
      await wishlists(container).undoMerge(merged)
    }
  }
)

export type MergeAnswer = {
  id: string
  /** Null when it had been merged before. */
  guest_wishlist_id: string | null
}
