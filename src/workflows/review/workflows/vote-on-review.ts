import {
  createHook,
  createWorkflow,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import type { ReviewVoteInput } from "../../../modules/review/types"
import { voteOnReviewStep } from "../steps/vote-on-review"

/**
 * A customer finds somebody else's review helpful, or no longer.
 *
 * @property hooks.validate - Gets `{ input }` before anything is written.
 * @property hooks.reviewVoted - Gets `{ voted }`; `changed` is false for a vote
 * that was there already.
 */
export const voteOnReviewWorkflow = createWorkflow(
  "vote-on-review",
  (input: WorkflowData<ReviewVoteInput>) => {
    const validate = createHook("validate", { input })
    const voted = voteOnReviewStep(input)
    const reviewVoted = createHook("reviewVoted", { voted })
    return new WorkflowResponse(voted, { hooks: [validate, reviewVoted] })
  }
)
