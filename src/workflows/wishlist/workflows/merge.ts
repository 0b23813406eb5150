import {
  createHook,
  createWorkflow,
  transform,
  when,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import type { MergeInput } from "../../../modules/wishlist/lists/merge"
import { WishlistEvents } from "../events"
import { mergeWishlistStep } from "../steps/merge-lists"

/**
 * What a guest has collected becomes the customer's, on the default list, which
 * is made when there is none. The guest's token is worth nothing afterwards;
 * the same customer who sends it again is answered the same. A merge that would
 * not fit is refused as a whole, and the guest's list stays.
 *
 * @property hooks.validate - Before anything is written; throw to refuse.
 * @property hooks.wishlistMerged - After it; an error takes the merge back.
 */
export const mergeWishlistWorkflow = createWorkflow(
  "merge-wishlist",
  (input: WorkflowData<MergeInput>) => {
    const validate = createHook("validate", { input })
    const merged = mergeWishlistStep(input)
    const wishlistMerged = createHook("wishlistMerged", { input, merged })
    when({ merged }, (it) => it.merged.guest_wishlist_id !== null).then(() => {
      const data = transform({ input, merged }, (it) => ({
        ...it.merged,
        customer_id: it.input.customer_id,
      }))
      emitEventStep({ eventName: WishlistEvents.MERGED, data })
    })
    return new WorkflowResponse(merged, { hooks: [validate, wishlistMerged] })
  }
)
