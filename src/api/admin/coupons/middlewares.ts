import {
  type MiddlewareRoute,
  validateAndTransformQuery,
} from "@medusajs/framework/http"
import { validateBody } from "../../frame/validate-body"
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
    middlewares: [validateBody(AdminCreateCoupon)],
  },
  {
    methods: ["POST"],
    matcher: "/admin/coupons/:id",
    middlewares: [validateBody(AdminUpdateCoupon)],
  },
]
