import type { Operation } from "../../openapi/operations"
import {
  StoreGetOwnReviewsParams,
  StoreGetPendingReviewsParams,
  StoreGetProductReviewsParams,
  StorePostReview,
  StoreUpdateReview,
} from "./validators"
import {
  deletedReviewSchema,
  helpfulSchema,
  ownReviewAnswerSchema,
  ownReviewsSchema,
  pendingReviewsSchema,
  storeReviewAnswerSchema,
  storeReviewsSchema,
} from "./view"

const missing = { 404: { about: "There is none, or it is somebody else's." } }

/** Reviews as shoppers read and write them. */
export const storeReviewOperations: Readonly<Record<string, Operation>> = {
  "GET /store/products/:id/reviews": {
    summary: "What buyers say about a product",
    description:
      "Approved reviews only. `summary` is of all of them, whatever is filtered.",
    query: StoreGetProductReviewsParams,
    answers: {
      200: { about: "A page of them.", schema: storeReviewsSchema },
      404: { about: "There is no such product in the shop." },
    },
  },
  "POST /store/products/:id/reviews": {
    summary: "Review a product",
    description:
      "For customers who were delivered the product and kept it, once for each order; `REVIEWS_VERIFIED_ONLY=false` lets every customer speak, once.",
    body: StorePostReview,
    answers: {
      201: { about: "It is written.", schema: ownReviewAnswerSchema },
      400: { about: "`not_delivered`: nothing to speak about." },
      404: { about: "There is no such product in the shop." },
      409: { about: "`already_reviewed`." },
    },
  },
  "GET /store/reviews/:id": {
    summary: "One review",
    description: "An approved one, or one's own with its state.",
    answers: {
      200: { about: "The review.", schema: storeReviewAnswerSchema },
      ...missing,
    },
  },
  "POST /store/reviews/:id": {
    summary: "Change one's own review",
    description:
      "What is left out stays. Where staff look first, it waits for them again.",
    body: StoreUpdateReview,
    answers: {
      200: { about: "As it is now.", schema: ownReviewAnswerSchema },
      ...missing,
    },
  },
  "DELETE /store/reviews/:id": {
    summary: "Delete one's own review",
    answers: {
      200: { about: "It is gone.", schema: deletedReviewSchema },
      ...missing,
    },
  },
  "POST /store/reviews/:id/helpful": {
    summary: "Find a review helpful",
    description: "Counts once a customer, however often it is sent.",
    answers: {
      200: { about: "The votes now.", schema: helpfulSchema },
      400: { about: "`own_review`: it is one's own." },
      ...missing,
    },
  },
  "DELETE /store/reviews/:id/helpful": {
    summary: "Take the vote back",
    answers: {
      200: { about: "The votes now.", schema: helpfulSchema },
      ...missing,
    },
  },
  "GET /store/customers/me/reviews": {
    summary: "One's own reviews, newest first",
    query: StoreGetOwnReviewsParams,
    answers: { 200: { about: "A page of them.", schema: ownReviewsSchema } },
  },
  "GET /store/customers/me/reviews/pending": {
    summary: "What one may review",
    description: "Delivered, kept, still sold, and not reviewed for its order.",
    query: StoreGetPendingReviewsParams,
    answers: {
      200: { about: "A page of them.", schema: pendingReviewsSchema },
    },
  },
}
