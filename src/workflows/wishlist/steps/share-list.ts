import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { newToken } from "../../../lib/secret-token"
import { listNotFound } from "../lib/refusals"
import { wishlists } from "../lib/resolve"

export const shareWishlistStepId = "share-wishlist"

/** Who shares a list that is shared is given the link there is. */
export const shareWishlistStep = createStep(
  shareWishlistStepId,
  async ({ id }: { id: string }, { container }) => {
    const shared = await wishlists(container).shareList(id, newToken())
    if (!shared) {
      throw listNotFound()
    }
    return new StepResponse(shared, shared.made ? id : null)
  },
  async (id, { container }) => {
    if (id) {
      await wishlists(container).setShare(id, null)
    }
  }
)

export const unshareWishlistStepId = "unshare-wishlist"

export const unshareWishlistStep = createStep(
  unshareWishlistStepId,
  async ({ id }: { id: string }, { container }) => {
    const before = await wishlists(container).unshareList(id)
    if (!before) {
      throw listNotFound()
    }
    const { share_token } = before
    return new StepResponse(
      { revoked: share_token !== null },
      { id, share_token }
    )
  },
  async (before, { container }) => {
    if (before?.share_token) {
      await wishlists(container).setShare(before.id, before.share_token)
    }
  }
)
