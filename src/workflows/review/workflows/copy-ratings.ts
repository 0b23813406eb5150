import {
  createHook,
  createWorkflow,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import {
  markRatingsCopiedStep,
  readUncopiedRatingsStep,
} from "../steps/copy-ratings"

/**
 * Hands the figures of products on to whoever keeps a copy of them. Each
 * change of a review runs it for its product; a job runs it for what a crash
 * left behind.
 *
 * @property hooks.ratingsChanged - Gets `{ ratings }`, each with its `version`.
 * The same may come twice, and an older one after a newer: write a rating only
 * where the version you hold is lower. An error takes the review's change back.
 */
export const copyRatingsWorkflow = createWorkflow(
  "copy-ratings",
  (input: WorkflowData<{ product_id?: string }>) => {
    const ratings = readUncopiedRatingsStep(input)
    const ratingsChanged = createHook("ratingsChanged", { ratings })
    markRatingsCopiedStep(ratings)
    return new WorkflowResponse(ratings, { hooks: [ratingsChanged] })
  }
)
