import {
  createHook,
  createWorkflow,
  transform,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import type { ReviewDecision } from "../../../modules/review/types"
import { ReviewEvents } from "../events"
import { decideOnReviewStep } from "../steps/change-review"
import { settleReviewChangeWorkflow } from "./settle-change"

const eventOf = ({ input }: { input: ReviewDecision }) =>
  input.status === "approved" ? ReviewEvents.APPROVED : ReviewEvents.REJECTED

/**
 * Staff show a review or take it down. With `version` it is the text they have
 * read, or none.
 *
 * @property hooks.validate - Gets `{ input }` before anything is written.
 * @property hooks.reviewModerated - Gets `{ written }`.
 */
export const moderateReviewWorkflow = createWorkflow(
  "moderate-review",
  (input: WorkflowData<ReviewDecision>) => {
    const validate = createHook("validate", { input })
    const written = decideOnReviewStep(input)
    const reviewModerated = createHook("reviewModerated", { written })
    settleReviewChangeWorkflow.runAsStep({
      input: { written, event: transform({ input }, eventOf) },
    })
    return new WorkflowResponse(written, { hooks: [validate, reviewModerated] })
  }
)
