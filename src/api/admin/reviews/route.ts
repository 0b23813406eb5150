import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { readAdminReviews } from "./read"
import type { AdminGetReviewsParams } from "./validators"
import type { AdminReviewsResponse } from "./view"

export const GET = async (
  req: MedusaRequest<unknown, AdminGetReviewsParams>,
  res: MedusaResponse<AdminReviewsResponse>
) => {
  const { limit, offset } = req.validatedQuery
  const [reviews, count] = await readAdminReviews(req.scope, req.validatedQuery)
  res.json({ reviews, count, limit, offset })
}
