import {
  createWorkflow,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import {
  findGoneAuthorsStep,
  forgetCustomersStep,
  renameAuthorsStep,
} from "../steps/authors"

/** Takes away from reviews and votes who made them. */
export const forgetReviewAuthorsWorkflow = createWorkflow(
  "forget-review-authors",
  (ids: WorkflowData<string[]>) => {
    forgetCustomersStep(ids)
    return new WorkflowResponse(ids)
  }
)

/** Reviews are signed with the name their author has now. */
export const renameReviewAuthorsWorkflow = createWorkflow(
  "rename-review-authors",
  (ids: WorkflowData<string[]>) => {
    renameAuthorsStep(ids)
    return new WorkflowResponse(ids)
  }
)

/** Finds authors whose deletion nobody was told of, and forgets them. */
export const forgetGoneReviewAuthorsWorkflow = createWorkflow(
  "forget-gone-review-authors",
  (_: WorkflowData<object>) => {
    const gone = findGoneAuthorsStep()
    forgetReviewAuthorsWorkflow.runAsStep({ input: gone })
    return new WorkflowResponse(gone)
  }
)
