import type { MiddlewareRoute } from "@medusajs/framework/http"
import { boundUpload } from "./bound"
import { judgeTable, judgeUpload } from "./judge"
import { judgePresigned } from "./presigned"

// A regular expression stands before core's middlewares of the same path.
const BEFORE_UPLOAD = /^\/admin\/(?:uploads|products\/import)\/?$/

export const adminUploadMiddlewares: MiddlewareRoute[] = [
  { methods: ["POST"], matcher: BEFORE_UPLOAD, middlewares: [boundUpload] },
  { methods: ["POST"], matcher: "/admin/uploads", middlewares: [judgeUpload] },
  {
    methods: ["POST"],
    matcher: "/admin/products/import",
    middlewares: [judgeTable],
  },
  {
    methods: ["POST"],
    matcher: "/admin/uploads/presigned-urls",
    middlewares: [judgePresigned],
  },
]
