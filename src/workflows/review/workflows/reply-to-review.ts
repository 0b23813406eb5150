import {
  createHook,
  createWorkflow,
  when,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import type { ReviewReply } from "../../../modules/review/types"
import { ReviewEvents } from "../events"
import { replyToReviewStep } from "../steps/change-review"

/**
 * The shop answers a review, changes its answer, or with null takes it back.
 *
 * @property hooks.validate - Gets `{ input }` before anything is written.
 * @property hooks.reviewReplied - Gets `{ written }`.
 */
export const replyToReviewWorkflow = createWorkflow(
  "reply-to-review",
  (input: WorkflowData<ReviewReply>) => {
    const validate = createHook("validate", { input })
    const written = replyToReviewStep(input)
    const reviewReplied = createHook("reviewReplied", { written })
    when(
      { input, written },
      (it) => it.written.changed && it.input.reply !== null
    ).then(() => {
      emitEventStep({
        eventName: ReviewEvents.REPLIED,
        data: {
          id: written.after.id,
          product_id: written.after.product_id,
        },
      })
    })
    return new WorkflowResponse(written, { hooks: [validate, reviewReplied] })
  }
)
