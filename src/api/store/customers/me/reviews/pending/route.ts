import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
  MedusaStoreRequest,
} from "@medusajs/framework/http"
import { deliveredLines } from "../../../../../../workflows/review"
import { visibleProducts } from "../../../../reviews/products"
import { reviewsOf } from "../../../../reviews/read"
import type { StoreGetPendingReviewsParams } from "../../../../reviews/validators"
import type { PendingReviewsResponse } from "../../../../reviews/view"

/** What I was delivered and have not spoken about. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, StoreGetPendingReviewsParams> &
    MedusaStoreRequest<unknown, StoreGetPendingReviewsParams>,
  res: MedusaResponse<PendingReviewsResponse>
) => {
  const customer_id = req.auth_context.actor_id
  const { limit, offset } = req.validatedQuery
  const lines = await deliveredLines(req.scope, customer_id)
  const own = await reviewsOf(req.scope).listReviews(
    { customer_id },
    { select: ["id", "product_id", "order_id"], take: null }
  )
  const spoken = new Set(
    own.map(({ product_id, order_id }) => `${product_id} ${order_id}`)
  )
  const open = lines.filter(
    ({ product_id, order_id }) => !spoken.has(`${product_id} ${order_id}`)
  )
  const products = await visibleProducts(
    req.scope,
    open.map(({ product_id }) => product_id),
    req.publishable_key_context.sales_channel_ids
  )
  const pending = open.flatMap((line) => {
    const product = products.get(line.product_id)
    return product ? [{ ...line, product }] : []
  })
  res.json({
    pending: pending.slice(offset, offset + limit),
    ...{ count: pending.length, limit, offset },
  })
}
