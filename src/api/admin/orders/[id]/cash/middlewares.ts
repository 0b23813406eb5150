import {
  type MiddlewareRoute,
  validateAndTransformBody,
} from "@medusajs/framework/http"
import { AdminPostOrderCash } from "./validators"

export const adminOrderCashMiddlewares: MiddlewareRoute[] = [
  {
    methods: ["POST"],
    matcher: "/admin/orders/:id/cash",
    middlewares: [validateAndTransformBody(AdminPostOrderCash)],
  },
]
