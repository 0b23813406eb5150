import {
  createHook,
  createWorkflow,
  transform,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import {
  acquireLockStep,
  addToCartWorkflow,
  emitEventStep,
  releaseLockStep,
} from "@medusajs/medusa/core-flows"
import { WishlistEvents } from "../events"
import { chooseVariantStep, findWishlistItemStep } from "../steps/find-item"
import { type ItemPlace, removeWishlistItemStep } from "../steps/remove-item"

export type MoveToCartInput = ItemPlace & {
  cart_id: string
  quantity: number
  /** For an entry without a variant of its own. */
  variant_id?: string
}

/**
 * Puts an entry into a cart the way core's own route does, and takes it off the
 * list once the cart has it. Of two who move it at once one does; the other is
 * told that it is gone. When a server dies in between, the cart has it and the
 * list as well: nothing is lost.
 *
 * @property hooks.validate - Before anything is written; throw to refuse.
 * @property hooks.wishlistItemMoved - After it; an error takes both back.
 */
export const moveWishlistItemToCartWorkflow = createWorkflow(
  "move-wishlist-item-to-cart",
  (input: WorkflowData<MoveToCartInput>) => {
    const key = transform({ input }, (it) => `wishlist-item:${it.input.id}`)
    acquireLockStep({ key, timeout: 10, ttl: 60 })
    const item = findWishlistItemStep(input)
    const { variant_id } = chooseVariantStep(
      transform({ input, item }, (it) => ({
        item: it.item,
        cart_id: it.input.cart_id,
        variant_id: it.input.variant_id,
      }))
    )
    const validate = createHook("validate", { input, item })
    addToCartWorkflow.runAsStep({
      input: transform({ input, variant_id }, (it) => ({
        cart_id: it.input.cart_id,
        items: [{ variant_id: it.variant_id, quantity: it.input.quantity }],
      })),
    })
    removeWishlistItemStep(input)
    const moved = transform({ input, item, variant_id }, (it) => ({
      ...it.item,
      variant_id: it.variant_id,
      cart_id: it.input.cart_id,
    }))
    const wishlistItemMoved = createHook("wishlistItemMoved", { moved })
    emitEventStep({ eventName: WishlistEvents.ITEM_MOVED, data: moved })
    releaseLockStep({ key })
    return new WorkflowResponse(moved, { hooks: [validate, wishlistItemMoved] })
  }
)
