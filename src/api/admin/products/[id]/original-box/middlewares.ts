import type { MiddlewareRoute } from "@medusajs/framework/http"
import { validateBody } from "../../../../frame/validate-body"
import { AdminPostOriginalBox } from "./validators"

export const adminOriginalBoxMiddlewares: MiddlewareRoute[] = [
  {
    methods: ["POST"],
    matcher: "/admin/products/:id/original-box",
    middlewares: [validateBody(AdminPostOriginalBox)],
  },
]
