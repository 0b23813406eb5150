import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { moderateReviewWorkflow } from "../../../../../workflows/review"
import { readAdminReview } from "../../read"
import type { AdminApproveReview } from "../../validators"
import type { AdminReviewResponse } from "../../view"

export const POST = async (
  req: AuthenticatedMedusaRequest<AdminApproveReview>,
  res: MedusaResponse<AdminReviewResponse>
) => {
  const { id } = req.params
  await moderateReviewWorkflow(req.scope).run({
    input: {
      id,
      ...req.validatedBody,
      status: "approved",
      by: req.auth_context.actor_id,
    },
  })
  res.json({ review: await readAdminReview(req.scope, id) })
}
