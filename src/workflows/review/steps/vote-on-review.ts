import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { REVIEW_MODULE, type ReviewService } from "../../../modules/review"
import type { ReviewVoteInput } from "../../../modules/review/types"

export const voteOnReviewStepId = "vote-on-review"

export const voteOnReviewStep = createStep(
  voteOnReviewStepId,
  async (input: ReviewVoteInput, { container }) => {
    const reviews = container.resolve<ReviewService>(REVIEW_MODULE)
    const voted = await reviews.vote(input)
    const undo = { ...input, helpful: !input.helpful }
    return new StepResponse(voted, voted.changed ? undo : undefined)
  },
  async (undo: ReviewVoteInput | undefined, { container }) => {
    if (undo) {
      await container.resolve<ReviewService>(REVIEW_MODULE).vote(undo)
    }
  }
)
