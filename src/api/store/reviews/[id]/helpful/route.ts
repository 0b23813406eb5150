import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { voteOnReviewWorkflow } from "../../../../../workflows/review"
import type { HelpfulResponse } from "../../view"

const voting =
  (helpful: boolean) =>
  async (
    req: AuthenticatedMedusaRequest,
    res: MedusaResponse<HelpfulResponse>
  ) => {
    const { id } = req.params
    const { result } = await voteOnReviewWorkflow(req.scope).run({
      input: { id, customer_id: req.auth_context.actor_id, helpful },
    })
    const { helpful_count } = result.review
    res.json({ review: { id, helpful_count, voted: helpful } })
  }

export const POST = voting(true)

export const DELETE = voting(false)
