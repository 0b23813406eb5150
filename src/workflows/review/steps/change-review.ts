import type { MedusaContainer } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { REVIEW_MODULE, type ReviewService } from "../../../modules/review"
import type {
  ReviewDecision,
  ReviewEdit,
  ReviewRemoval,
  ReviewReply,
  Written,
} from "../../../modules/review/types"

type Container = { container: MedusaContainer }

/** A step that changes one review and puts it back when a later one fails. */
const changeStep = <Input>(
  id: string,
  change: (reviews: ReviewService, input: Input) => Promise<Written>
) =>
  createStep(
    id,
    async (input: Input, { container }: Container) => {
      const written = await change(container.resolve(REVIEW_MODULE), input)
      return new StepResponse(written, written.changed ? written : undefined)
    },
    async (written: Written | undefined, { container }) => {
      if (written) {
        await container
          .resolve<ReviewService>(REVIEW_MODULE)
          .putBackReview(written)
      }
    }
  )

export const editReviewStepId = "edit-review"
export const editReviewStep = changeStep<ReviewEdit>(
  editReviewStepId,
  (reviews, input) => reviews.editReview(input)
)

export const decideOnReviewStepId = "decide-on-review"
export const decideOnReviewStep = changeStep<ReviewDecision>(
  decideOnReviewStepId,
  (reviews, input) => reviews.decideOnReview(input)
)

export const replyToReviewStepId = "reply-to-review"
export const replyToReviewStep = changeStep<ReviewReply>(
  replyToReviewStepId,
  (reviews, input) => reviews.replyToReview(input)
)

export const deleteReviewStepId = "delete-review"
export const deleteReviewStep = changeStep<ReviewRemoval>(
  deleteReviewStepId,
  (reviews, input) => reviews.removeReview(input)
)
