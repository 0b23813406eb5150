import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { replyToReviewWorkflow } from "../../../../../workflows/review"
import { readAdminReview } from "../../read"
import type { AdminReplyToReview } from "../../validators"
import type { AdminReviewResponse } from "../../view"

async function answer(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminReviewResponse>,
  reply: string | null
) {
  const { id } = req.params
  await replyToReviewWorkflow(req.scope).run({
    input: { id, reply, by: req.auth_context.actor_id },
  })
  res.json({ review: await readAdminReview(req.scope, id) })
}

export const POST = async (
  req: AuthenticatedMedusaRequest<AdminReplyToReview>,
  res: MedusaResponse<AdminReviewResponse>
) => answer(req, res, req.validatedBody.reply)

export const DELETE = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminReviewResponse>
) => answer(req, res, null)
