import {
  createHook,
  createWorkflow,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import type { ReviewEdit } from "../../../modules/review/types"
import { ReviewEvents } from "../events"
import { editReviewStep } from "../steps/change-review"
import { settleReviewChangeWorkflow } from "./settle-change"

/**
 * Its author changes a review. Where staff look first it waits again, and so
 * does one that was taken down, wherever they look.
 *
 * @property hooks.validate - Gets `{ input }` before anything is written.
 * @property hooks.reviewUpdated - Gets `{ written }` with the review before and
 * after; `changed` is false when it was the same.
 */
export const updateReviewWorkflow = createWorkflow(
  "update-review",
  (input: WorkflowData<ReviewEdit>) => {
    const validate = createHook("validate", { input })
    const written = editReviewStep(input)
    const reviewUpdated = createHook("reviewUpdated", { written })
    settleReviewChangeWorkflow.runAsStep({
      input: { written, event: ReviewEvents.UPDATED },
    })
    return new WorkflowResponse(written, { hooks: [validate, reviewUpdated] })
  }
)
