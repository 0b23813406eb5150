import {
  type MiddlewareRoute,
  validateAndTransformQuery,
} from "@medusajs/framework/http"
import { validateBody } from "../../frame/validate-body"
import { BEFORE_PRODUCTS } from "../products/matchers"
import { allowReviewSummary } from "./product-fields"
import {
  StoreGetOwnReviewsParams,
  StoreGetPendingReviewsParams,
  StoreGetProductReviewsParams,
  StorePostReview,
  StoreUpdateReview,
} from "./validators"

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
    middlewares: [validateBody(StorePostReview)],
  },
  {
    methods: ["POST"],
    matcher: "/store/reviews/:id",
    middlewares: [validateBody(StoreUpdateReview)],
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
