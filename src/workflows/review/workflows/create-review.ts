import {
  createHook,
  createWorkflow,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { ReviewEvents } from "../events"
import {
  type CreateReviewInput,
  createReviewStep,
  planReviewStep,
} from "../steps/create-review"
import { copyRatingsWorkflow } from "./copy-ratings"

/**
 * A customer reviews a product they were delivered. The purchase is looked up
 * here, never taken from the caller. Whether the product is for sale is not
 * asked: the route has done that.
 *
 * @property hooks.validate - Gets `{ input, review }` before anything is
 * written; throw to refuse.
 * @property hooks.reviewCreated - Gets `{ review }`; an error takes it back.
 */
export const createReviewWorkflow = createWorkflow(
  "create-review",
  (input: WorkflowData<CreateReviewInput>) => {
    const planned = planReviewStep(input)
    const validate = createHook("validate", { input, review: planned })
    const review = createReviewStep(planned)
    const reviewCreated = createHook("reviewCreated", { review })
    copyRatingsWorkflow.runAsStep({
      input: { product_id: review.product_id },
    })
    emitEventStep({
      eventName: ReviewEvents.CREATED,
      data: { id: review.id, product_id: review.product_id },
    })
    return new WorkflowResponse(review, { hooks: [validate, reviewCreated] })
  }
)
