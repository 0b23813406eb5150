import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { deleteReviewWorkflow } from "../../../../workflows/review"
import type { DeletedReviewResponse } from "../../../store/reviews/view"
import { readAdminReview } from "../read"
import type { AdminReviewResponse } from "../view"

export const GET = async (
  req: MedusaRequest,
  res: MedusaResponse<AdminReviewResponse>
) => {
  res.json({ review: await readAdminReview(req.scope, req.params.id) })
}

export const DELETE = async (
  req: MedusaRequest,
  res: MedusaResponse<DeletedReviewResponse>
) => {
  const { id } = req.params
  await deleteReviewWorkflow(req.scope).run({ input: { id } })
  res.json({ id, object: "review", deleted: true })
}
