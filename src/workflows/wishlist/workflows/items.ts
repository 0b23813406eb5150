import {
  createHook,
  createWorkflow,
  transform,
  when,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import type { Notify } from "../../../modules/wishlist/types"
import { WishlistEvents } from "../events"
import { addWishlistItemStep } from "../steps/add-item"
import { findWishlistItemStep } from "../steps/find-item"
import { type LookInput, lookAtProductStep } from "../steps/look-at-product"
import {
  type NotifyItemInput,
  notifyWishlistItemStep,
} from "../steps/notify-item"
import { type ItemPlace, removeWishlistItemStep } from "../steps/remove-item"

export type AddItemInput = LookInput & { wishlist_id: string; notify?: Notify }

/**
 * Adds a product, or one of its variants. What is there already stays as it is
 * (`added` is false). Stock and price are remembered as they are now.
 *
 * @property hooks.validate - Before anything is written; throw to refuse.
 * @property hooks.wishlistItemAdded - After it; an error takes the entry back.
 */
export const addWishlistItemWorkflow = createWorkflow(
  "add-wishlist-item",
  (input: WorkflowData<AddItemInput>) => {
    const seen = lookAtProductStep(input)
    const validate = createHook("validate", { input })
    const result = addWishlistItemStep(
      transform({ input, seen }, ({ input, seen }) => ({
        wishlist_id: input.wishlist_id,
        product_id: input.product_id,
        variant_id: input.variant_id,
        region_id: input.region_id,
        notify: input.notify,
        sales_channel_id: input.sales_channel_ids[0] ?? null,
        seen,
      }))
    )
    const wishlistItemAdded = createHook("wishlistItemAdded", { result })
    when({ result }, (it) => it.result.added).then(() => {
      emitEventStep({ eventName: WishlistEvents.ITEM_ADDED, data: result.item })
    })
    return new WorkflowResponse(result, {
      hooks: [validate, wishlistItemAdded],
    })
  }
)

/**
 * What the watcher of an entry wants to be told.
 *
 * @property hooks.wishlistItemUpdated - After it; an error takes it back.
 */
export const updateWishlistItemWorkflow = createWorkflow(
  "update-wishlist-item",
  (input: WorkflowData<NotifyItemInput>) => {
    const item = notifyWishlistItemStep(input)
    const wishlistItemUpdated = createHook("wishlistItemUpdated", { item })
    return new WorkflowResponse(item, { hooks: [wishlistItemUpdated] })
  }
)

/**
 * Takes an entry off its list.
 *
 * @property hooks.wishlistItemRemoved - After it; an error brings it back.
 */
export const removeWishlistItemWorkflow = createWorkflow(
  "remove-wishlist-item",
  (input: WorkflowData<ItemPlace>) => {
    const item = findWishlistItemStep(input)
    removeWishlistItemStep(input)
    const wishlistItemRemoved = createHook("wishlistItemRemoved", { item })
    emitEventStep({ eventName: WishlistEvents.ITEM_REMOVED, data: item })
    return new WorkflowResponse(item, { hooks: [wishlistItemRemoved] })
  }
)
