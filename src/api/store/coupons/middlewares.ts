import {
  type MiddlewareRoute,
  validateAndTransformBody,
} from "@medusajs/framework/http"
import { StoreValidateCoupon } from "./validators"

export const storeCouponMiddlewares: MiddlewareRoute[] = [
  {
    methods: ["POST"],
    matcher: "/store/coupons/validate",
    middlewares: [validateAndTransformBody(StoreValidateCoupon)],
  },
]
