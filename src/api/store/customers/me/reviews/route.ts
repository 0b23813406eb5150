import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
  MedusaStoreRequest,
} from "@medusajs/framework/http"
import { visibleProducts } from "../../../reviews/products"
import { ownReview, reviewsOf } from "../../../reviews/read"
import type { StoreGetOwnReviewsParams } from "../../../reviews/validators"
import type { OwnReviewsResponse } from "../../../reviews/view"

export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, StoreGetOwnReviewsParams> &
    MedusaStoreRequest<unknown, StoreGetOwnReviewsParams>,
  res: MedusaResponse<OwnReviewsResponse>
) => {
  const { limit, offset, status } = req.validatedQuery
  const [rows, count] = await reviewsOf(req.scope).listAndCountReviews(
    {
      customer_id: req.auth_context.actor_id,
      ...(status ? { status } : {}),
    },
    {
      take: limit,
      skip: offset,
      order: { created_at: "DESC", id: "DESC" },
    }
  )
  const products = await visibleProducts(
    req.scope,
    rows.map(({ product_id }) => product_id),
    req.publishable_key_context.sales_channel_ids
  )
  res.json({
    reviews: rows.map((row) => ({
      ...ownReview(row),
      product: products.get(row.product_id) ?? null,
    })),
    ...{ count, limit, offset },
  })
}
