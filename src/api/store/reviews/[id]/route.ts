import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
  MedusaStoreRequest,
} from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { settings } from "../../../../settings"
import {
  deleteReviewWorkflow,
  updateReviewWorkflow,
} from "../../../../workflows/review"
import { expectVisible } from "../products"
import { ownReview, reviewsOf, storeReview, votedBy } from "../read"
import type { StoreUpdateReview } from "../validators"
import type {
  DeletedReviewResponse,
  OwnReviewResponse,
  StoreReviewResponse,
} from "../view"

export const GET = async (
  req: MedusaStoreRequest,
  res: MedusaResponse<StoreReviewResponse>
) => {
  const { id } = req.params
  const customer_id = req.auth_context?.actor_id || undefined
  const [row] = await reviewsOf(req.scope).listReviews({ id })
  if (row && customer_id && row.customer_id === customer_id) {
    res.json({ review: ownReview(row) })
    return
  }
  if (row?.status !== "approved") {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `There is no review ${id}.`
    )
  }
  const { sales_channel_ids } = req.publishable_key_context
  await expectVisible(req.scope, row.product_id, sales_channel_ids)
  const voted = await votedBy(req.scope, customer_id, [row])
  res.json({ review: storeReview(row, { customer_id, voted }) })
}

export const POST = async (
  req: AuthenticatedMedusaRequest<StoreUpdateReview>,
  res: MedusaResponse<OwnReviewResponse>
) => {
  const { result } = await updateReviewWorkflow(req.scope).run({
    input: {
      id: req.params.id,
      customer_id: req.auth_context.actor_id,
      text: req.validatedBody,
      moderation: settings.REVIEWS_MODERATION,
    },
  })
  res.json({ review: ownReview(result.after) })
}

export const DELETE = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<DeletedReviewResponse>
) => {
  const { id } = req.params
  await deleteReviewWorkflow(req.scope).run({
    input: { id, customer_id: req.auth_context.actor_id },
  })
  res.json({ id, object: "review", deleted: true })
}
