import {
  createHook,
  createWorkflow,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import type { ReviewRemoval } from "../../../modules/review/types"
import { ReviewEvents } from "../events"
import { deleteReviewStep } from "../steps/change-review"
import { settleReviewChangeWorkflow } from "./settle-change"

/**
 * Its author, or staff, delete a review. The author may then write another
 * one; what must not come back is rejected instead.
 *
 * @property hooks.validate - Gets `{ input }` before anything is written.
 * @property hooks.reviewDeleted - Gets `{ written }`.
 */
export const deleteReviewWorkflow = createWorkflow(
  "delete-review",
  (input: WorkflowData<ReviewRemoval>) => {
    const validate = createHook("validate", { input })
    const written = deleteReviewStep(input)
    const reviewDeleted = createHook("reviewDeleted", { written })
    settleReviewChangeWorkflow.runAsStep({
      input: { written, event: ReviewEvents.DELETED },
    })
    return new WorkflowResponse(written, { hooks: [validate, reviewDeleted] })
  }
)
