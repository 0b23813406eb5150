import type { MiddlewareRoute } from "@medusajs/framework/http"
import { validateBody } from "../../../../frame/validate-body"
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
    middlewares: [validateBody(AdminAskPhone)],
  },
  {
    methods: ["POST"],
    matcher: `${BASE}/match`,
    middlewares: [validateBody(AdminMatchReceipt)],
  },
  {
    methods: ["POST"],
    matcher: `${BASE}/return`,
    middlewares: [validateBody(AdminReturnMoney)],
  },
]
