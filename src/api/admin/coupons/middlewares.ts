import {
  type MiddlewareRoute,
  validateAndTransformBody,
  validateAndTransformQuery,
} from "@medusajs/framework/http"
import {
  AdminCreateCoupon,
  AdminGetCouponsParams,
  AdminUpdateCoupon,
} from "./validators"

export const adminCouponMiddlewares: MiddlewareRoute[] = [
  {
    methods: ["GET"],
    matcher: "/admin/coupons",
    middlewares: [validateAndTransformQuery(AdminGetCouponsParams, {})],
  },
  {
    methods: ["POST"],
    matcher: "/admin/coupons",
    middlewares: [validateAndTransformBody(AdminCreateCoupon)],
  },
  {
    methods: ["POST"],
    matcher: "/admin/coupons/:id",
    middlewares: [validateAndTransformBody(AdminUpdateCoupon)],
  },
]
