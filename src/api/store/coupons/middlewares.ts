import type { MiddlewareRoute } from "@medusajs/framework/http"
import { validateBody } from "../../frame/validate-body"
import { StoreValidateCoupon } from "./validators"

export const storeCouponMiddlewares: MiddlewareRoute[] = [
  {
    methods: ["POST"],
    matcher: "/store/coupons/validate",
    middlewares: [validateBody(StoreValidateCoupon)],
  },
]
