import {
  type MiddlewareRoute,
  validateAndTransformBody,
} from "@medusajs/framework/http"
import {
  AdminAskPhone,
  AdminMatchReceipt,
  AdminReturnMoney,
} from "./validators"

const BASE = "/admin/orders/:id/mobile-payment"

export const adminOrderMobilePaymentMiddlewares: MiddlewareRoute[] = [
  {
    methods: ["POST"],
    matcher: `${BASE}/ask`,
    middlewares: [validateAndTransformBody(AdminAskPhone)],
  },
  {
    methods: ["POST"],
    matcher: `${BASE}/match`,
    middlewares: [validateAndTransformBody(AdminMatchReceipt)],
  },
  {
    methods: ["POST"],
    matcher: `${BASE}/return`,
    middlewares: [validateAndTransformBody(AdminReturnMoney)],
  },
]
