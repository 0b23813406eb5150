import {
  type MiddlewareRoute,
  validateAndTransformQuery,
} from "@medusajs/framework/http"
import { validateBody } from "../../frame/validate-body"
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
    middlewares: [validateBody(AdminBulkReviews)],
  },
  {
    methods: ["POST"],
    matcher: "/admin/reviews/:id/approve",
    middlewares: [validateBody(AdminApproveReview)],
  },
  {
    methods: ["POST"],
    matcher: "/admin/reviews/:id/reject",
    middlewares: [validateBody(AdminRejectReview)],
  },
  {
    methods: ["POST"],
    matcher: "/admin/reviews/:id/reply",
    middlewares: [validateBody(AdminReplyToReview)],
  },
]
