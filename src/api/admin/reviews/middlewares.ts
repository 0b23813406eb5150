import {
  type MiddlewareRoute,
  validateAndTransformBody,
  validateAndTransformQuery,
} from "@medusajs/framework/http"
import {
  AdminApproveReview,
  AdminBulkReviews,
  AdminGetReviewsParams,
  AdminRejectReview,
  AdminReplyToReview,
} from "./validators"

export const adminReviewMiddlewares: MiddlewareRoute[] = [
  {
    methods: ["GET"],
    matcher: "/admin/reviews",
    middlewares: [validateAndTransformQuery(AdminGetReviewsParams, {})],
  },
  {
    methods: ["POST"],
    matcher: "/admin/reviews/bulk",
    middlewares: [validateAndTransformBody(AdminBulkReviews)],
  },
  {
    methods: ["POST"],
    matcher: "/admin/reviews/:id/approve",
    middlewares: [validateAndTransformBody(AdminApproveReview)],
  },
  {
    methods: ["POST"],
    matcher: "/admin/reviews/:id/reject",
    middlewares: [validateAndTransformBody(AdminRejectReview)],
  },
  {
    methods: ["POST"],
    matcher: "/admin/reviews/:id/reply",
    middlewares: [validateAndTransformBody(AdminReplyToReview)],
  },
]
