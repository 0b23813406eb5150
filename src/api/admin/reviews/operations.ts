import type { Operation } from "../../openapi/operations"
import { deletedReviewSchema } from "../../store/reviews/view"
import {
  AdminApproveReview,
  AdminBulkReviews,
  AdminGetReviewsParams,
  AdminRejectReview,
  AdminReplyToReview,
} from "./validators"
import {
  adminReviewAnswerSchema,
  adminReviewsSchema,
  bulkAnswerSchema,
} from "./view"

const missing = { 404: { about: "There is no such review." } }

const asItIs = {
  200: { about: "As it is now.", schema: adminReviewAnswerSchema },
  ...missing,
}

const decided = {
  ...asItIs,
  409: { about: "`review_changed`: it is not the text of this `version`." },
}

/** Reviews as staff see and handle them. */
export const adminReviewOperations: Readonly<Record<string, Operation>> = {
  "GET /admin/reviews": {
    summary: "Reviews, newest first",
    query: AdminGetReviewsParams,
    answers: { 200: { about: "A page of them.", schema: adminReviewsSchema } },
  },
  "GET /admin/reviews/:id": {
    summary: "One review",
    answers: asItIs,
  },
  "DELETE /admin/reviews/:id": {
    summary: "Delete a review",
    description:
      "Its author may then write another one; what must not come back is rejected instead.",
    answers: {
      200: { about: "It is gone.", schema: deletedReviewSchema },
      ...missing,
    },
  },
  "POST /admin/reviews/:id/approve": {
    summary: "Show a review",
    body: AdminApproveReview,
    answers: decided,
  },
  "POST /admin/reviews/:id/reject": {
    summary: "Take a review down, or never show it",
    body: AdminRejectReview,
    answers: decided,
  },
  "POST /admin/reviews/:id/reply": {
    summary: "Answer a review, or answer otherwise",
    body: AdminReplyToReview,
    answers: asItIs,
  },
  "DELETE /admin/reviews/:id/reply": {
    summary: "Take the answer back",
    answers: asItIs,
  },
  "POST /admin/reviews/bulk": {
    summary: "Approve, reject or delete up to 100 reviews",
    description:
      "Each on its own; the answer says of each what became of it. `delete` needs `review:delete` besides.",
    body: AdminBulkReviews,
    answers: {
      200: { about: "What became of each.", schema: bulkAnswerSchema },
      403: { about: "`delete` without `review:delete`." },
    },
  },
}
