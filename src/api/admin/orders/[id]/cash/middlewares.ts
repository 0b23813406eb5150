import type { MiddlewareRoute } from "@medusajs/framework/http"
import { validateBody } from "../../../../frame/validate-body"
import { AdminPostOrderCash } from "./validators"

export const adminOrderCashMiddlewares: MiddlewareRoute[] = [
  {
    methods: ["POST"],
    matcher: "/admin/orders/:id/cash",
    middlewares: [validateBody(AdminPostOrderCash)],
  },
]
