import {
  type MiddlewareRoute,
  validateAndTransformBody,
} from "@medusajs/framework/http"
import { AdminPostOriginalBox } from "./validators"

export const adminOriginalBoxMiddlewares: MiddlewareRoute[] = [
  {
    methods: ["POST"],
    matcher: "/admin/products/:id/original-box",
    middlewares: [validateAndTransformBody(AdminPostOriginalBox)],
  },
]
