import {
  type MiddlewareRoute,
  validateAndTransformBody,
  validateAndTransformQuery,
} from "@medusajs/framework/http"
import { allowReviewSummary } from "./product-fields"
import {
  StoreGetOwnReviewsParams,
  StoreGetPendingReviewsParams,
  StoreGetProductReviewsParams,
  StorePostReview,
  StoreUpdateReview,
} from "./validators"

// A regular expression stands before core's middlewares of the same path.
const BEFORE_PRODUCTS = /^\/store\/products(?:\/[^/]+)?\/?$/

/** Of all routes on which shoppers read and write reviews. */
export const storeReviewMiddlewares: MiddlewareRoute[] = [
  {
    methods: ["GET"],
    matcher: BEFORE_PRODUCTS,
    middlewares: [allowReviewSummary],
  },
  {
    methods: ["GET"],
    matcher: "/store/products/:id/reviews",
    middlewares: [validateAndTransformQuery(StoreGetProductReviewsParams, {})],
  },
  {
    methods: ["POST"],
    matcher: "/store/products/:id/reviews",
    middlewares: [validateAndTransformBody(StorePostReview)],
  },
  {
    methods: ["POST"],
    matcher: "/store/reviews/:id",
    middlewares: [validateAndTransformBody(StoreUpdateReview)],
  },
  {
    methods: ["GET"],
    matcher: "/store/customers/me/reviews",
    middlewares: [validateAndTransformQuery(StoreGetOwnReviewsParams, {})],
  },
  {
    methods: ["GET"],
    matcher: "/store/customers/me/reviews/pending",
    middlewares: [validateAndTransformQuery(StoreGetPendingReviewsParams, {})],
  },
]
