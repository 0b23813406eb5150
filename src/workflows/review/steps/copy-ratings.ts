import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { REVIEW_MODULE, type ReviewService } from "../../../modules/review"
import type { Rating } from "../../../modules/review/types"

const A_RUN = 500

export const readUncopiedRatingsStepId = "read-uncopied-ratings"

export const readUncopiedRatingsStep = createStep(
  readUncopiedRatingsStepId,
  async ({ product_id }: { product_id?: string }, { container }) =>
    new StepResponse(
      await container
        .resolve<ReviewService>(REVIEW_MODULE)
        .uncopiedRatings(product_id ?? null, A_RUN)
    )
)

export const markRatingsCopiedStepId = "mark-ratings-copied"

/** What fails after this is copied anew, so there is nothing to take back. */
export const markRatingsCopiedStep = createStep(
  markRatingsCopiedStepId,
  async (ratings: Rating[], { container }) => {
    const reviews = container.resolve<ReviewService>(REVIEW_MODULE)
    for (const rating of ratings) {
      await reviews.markCopied(rating)
    }
    return new StepResponse(undefined)
  }
)
