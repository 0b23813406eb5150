import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { Modules } from "@medusajs/framework/utils"
import { REVIEW_MODULE, type ReviewService } from "../../../modules/review"
import type {
  Moderation,
  NewReview,
  ReviewRow,
} from "../../../modules/review/types"
import { authorName } from "../lib/author-name"
import { alreadyReviewed, purchaseOf } from "../lib/purchase"

export type CreateReviewInput = {
  product_id: string
  customer_id: string
  order_id?: string
  rating: number
  title?: string | null
  comment?: string | null
  verified_only: boolean
  moderation: Moderation
}

export const planReviewStepId = "plan-review"

/** Everything a shopper does not decide: the purchase and the name. */
export const planReviewStep = createStep(
  planReviewStepId,
  async (input: CreateReviewInput, { container }) => {
    const customer = await container
      .resolve(Modules.CUSTOMER)
      .retrieveCustomer(input.customer_id, {
        select: ["id", "first_name", "last_name"],
      })
    const purchase = await purchaseOf(container, input)
    const planned: NewReview = {
      product_id: input.product_id,
      customer_id: customer.id,
      author_name: authorName(customer),
      rating: input.rating,
      title: input.title ?? null,
      comment: input.comment ?? null,
      moderation: input.moderation,
      ...purchase,
    }
    return new StepResponse(planned)
  }
)

export const createReviewStepId = "create-review"

export const createReviewStep = createStep(
  createReviewStepId,
  async (input: NewReview, { container }) => {
    const reviews = container.resolve<ReviewService>(REVIEW_MODULE)
    const review = await reviews.writeReview(input)
    if (!review) {
      throw alreadyReviewed()
    }
    return new StepResponse(review, review)
  },
  async (review: ReviewRow | undefined, { container }) => {
    if (review) {
      await container
        .resolve<ReviewService>(REVIEW_MODULE)
        .discardReview(review)
    }
  }
)
