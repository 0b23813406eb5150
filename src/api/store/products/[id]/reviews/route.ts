import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
  MedusaStoreRequest,
} from "@medusajs/framework/http"
import { settings } from "../../../../../settings"
import { createReviewWorkflow } from "../../../../../workflows/review"
import { expectVisible } from "../../../reviews/products"
import {
  ownReview,
  reviewsOf,
  storeReview,
  summaryOf,
  votedBy,
} from "../../../reviews/read"
import {
  orderOf,
  type StoreGetProductReviewsParams,
  type StorePostReview,
} from "../../../reviews/validators"
import type {
  OwnReviewResponse,
  StoreReviewsResponse,
} from "../../../reviews/view"

export const GET = async (
  req: MedusaStoreRequest<unknown, StoreGetProductReviewsParams>,
  res: MedusaResponse<StoreReviewsResponse>
) => {
  const product_id = req.params.id
  const customer_id = req.auth_context?.actor_id || undefined
  const { limit, offset, order, rating, verified } = req.validatedQuery
  const { sales_channel_ids } = req.publishable_key_context
  await expectVisible(req.scope, product_id, sales_channel_ids)
  const [rows, count] = await reviewsOf(req.scope).listAndCountReviews(
    {
      product_id,
      status: "approved",
      ...(rating ? { rating } : {}),
      ...(verified === undefined ? {} : { verified }),
    },
    { take: limit, skip: offset, order: orderOf(order) }
  )
  const voted = await votedBy(req.scope, customer_id, rows)
  res.json({
    reviews: rows.map((row) => storeReview(row, { customer_id, voted })),
    summary: await summaryOf(req.scope, product_id),
    ...{ count, limit, offset },
  })
}

export const POST = async (
  req: AuthenticatedMedusaRequest<StorePostReview> &
    MedusaStoreRequest<StorePostReview>,
  res: MedusaResponse<OwnReviewResponse>
) => {
  const product_id = req.params.id
  const { sales_channel_ids } = req.publishable_key_context
  await expectVisible(req.scope, product_id, sales_channel_ids)
  const { result } = await createReviewWorkflow(req.scope).run({
    input: {
      ...req.validatedBody,
      product_id,
      customer_id: req.auth_context.actor_id,
      verified_only: settings.REVIEWS_VERIFIED_ONLY,
      moderation: settings.REVIEWS_MODERATION,
    },
  })
  res.status(201).json({ review: ownReview(result) })
}
