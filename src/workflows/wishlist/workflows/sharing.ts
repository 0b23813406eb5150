import {
  createHook,
  createWorkflow,
  transform,
  when,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { WishlistEvents } from "../events"
import { shareWishlistStep, unshareWishlistStep } from "../steps/share-list"

type Input = { id: string; customer_id: string | null }

/**
 * Gives a list a link that shows it to whoever has it. A list has one link at
 * a time; after it was revoked the next one is another.
 *
 * @property hooks.validate - Before anything is written; throw to refuse.
 * @property hooks.wishlistShared - After it; an error takes a new link back.
 */
export const shareWishlistWorkflow = createWorkflow(
  "share-wishlist",
  (input: WorkflowData<Input>) => {
    const validate = createHook("validate", { input })
    const shared = shareWishlistStep(input)
    const wishlistShared = createHook("wishlistShared", { input, shared })
    when({ shared }, (it) => it.shared.made).then(() => {
      emitEventStep({ eventName: WishlistEvents.SHARED, data: input })
    })
    const answer = transform({ shared }, (it) => ({
      share_token: it.shared.share_token,
    }))
    return new WorkflowResponse(answer, { hooks: [validate, wishlistShared] })
  }
)

/**
 * The link is worth nothing from now on.
 *
 * @property hooks.wishlistUnshared - After it; an error makes the link hold.
 */
export const unshareWishlistWorkflow = createWorkflow(
  "unshare-wishlist",
  (input: WorkflowData<Input>) => {
    const unshared = unshareWishlistStep(input)
    const wishlistUnshared = createHook("wishlistUnshared", { input, unshared })
    when({ unshared }, (it) => it.unshared.revoked).then(() => {
      emitEventStep({ eventName: WishlistEvents.UNSHARED, data: input })
    })
    return new WorkflowResponse(unshared, { hooks: [wishlistUnshared] })
  }
)
