import {
  type MiddlewareRoute,
  validateAndTransformQuery,
} from "@medusajs/framework/http"
import {
  AdminExportWishlistsParams,
  AdminGetWishlistInsightParams,
  AdminGetWishlistsParams,
} from "./validators"

export const adminWishlistMiddlewares: MiddlewareRoute[] = [
  {
    methods: ["GET"],
    matcher: "/admin/wishlists",
    middlewares: [validateAndTransformQuery(AdminGetWishlistsParams, {})],
  },
  {
    methods: ["GET"],
    matcher: "/admin/wishlists/export",
    middlewares: [validateAndTransformQuery(AdminExportWishlistsParams, {})],
  },
  {
    methods: ["GET"],
    matcher: "/admin/insights/wishlists",
    middlewares: [validateAndTransformQuery(AdminGetWishlistInsightParams, {})],
  },
]
