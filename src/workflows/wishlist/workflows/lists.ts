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
import { type CreateListInput, createWishlistStep } from "../steps/create-list"
import {
  type DeleteListsInput,
  deleteWishlistsStep,
} from "../steps/delete-lists"
import { type UpdateListInput, updateWishlistStep } from "../steps/update-list"

/**
 * A list of a customer, or of a guest who holds its token.
 *
 * @property hooks.validate - Before anything is written; throw to refuse.
 * @property hooks.wishlistCreated - After it; an error takes the list back.
 */
export const createWishlistWorkflow = createWorkflow(
  "create-wishlist",
  (input: WorkflowData<CreateListInput>) => {
    const validate = createHook("validate", { input })
    const wishlist = createWishlistStep(input)
    const wishlistCreated = createHook("wishlistCreated", { wishlist })
    emitEventStep({ eventName: WishlistEvents.CREATED, data: wishlist })
    return new WorkflowResponse(wishlist, {
      hooks: [validate, wishlistCreated],
    })
  }
)

/**
 * A new name, or that it is the default list from now on.
 *
 * @property hooks.validate - Before anything is written; throw to refuse.
 * @property hooks.wishlistUpdated - After it; an error takes the change back.
 */
export const updateWishlistWorkflow = createWorkflow(
  "update-wishlist",
  (input: WorkflowData<UpdateListInput>) => {
    const validate = createHook("validate", { input })
    const wishlist = updateWishlistStep(input)
    const wishlistUpdated = createHook("wishlistUpdated", { wishlist })
    emitEventStep({ eventName: WishlistEvents.UPDATED, data: wishlist })
    return new WorkflowResponse(wishlist, {
      hooks: [validate, wishlistUpdated],
    })
  }
)

/**
 * Deletes a list, or all of a customer who is gone. Their entries go with them.
 *
 * @property hooks.wishlistsDeleted - After it; an error brings them back.
 */
export const deleteWishlistsWorkflow = createWorkflow(
  "delete-wishlists",
  (input: WorkflowData<DeleteListsInput>) => {
    const wishlists = deleteWishlistsStep(input)
    const wishlistsDeleted = createHook("wishlistsDeleted", { wishlists })
    const any = transform({ wishlists }, (it) => it.wishlists.length > 0)
    when({ any }, (it) => it.any).then(() => {
      emitEventStep({ eventName: WishlistEvents.DELETED, data: wishlists })
    })
    return new WorkflowResponse(wishlists, { hooks: [wishlistsDeleted] })
  }
)
