import {
  type MedusaNextFunction,
  type MedusaRequest,
  type MedusaResponse,
  type MiddlewareRoute,
  validateAndTransformBody,
  validateAndTransformQuery,
} from "@medusajs/framework/http"
import { DEFAULT_ADMIN_SEARCH_ENTITY_NAMES } from "@medusajs/medusa/api/admin/search/search-entities"
import {
  AdminGetSearchSynonymsParams,
  AdminPostSearchSynonym,
} from "./validators"

/**
 * Without `entity` core looks into the search indexes alone as soon as there
 * is one, and staff would find products and no orders.
 */
function searchEverything(
  req: MedusaRequest,
  _res: MedusaResponse,
  next: MedusaNextFunction
): void {
  if (!req.query.entity) {
    req.query.entity = DEFAULT_ADMIN_SEARCH_ENTITY_NAMES.join(",")
  }
  next()
}

const manageIndexes = (
  method: "GET" | "POST" | "DELETE",
  matcher: string,
  operation: "read" | "update"
): MiddlewareRoute => ({
  methods: [method],
  matcher,
  policies: [{ resource: "product", operation }],
})

/** Core lets all staff delete an index: its routes ask for no permission. */
const coreIndexes = [
  manageIndexes("GET", "/admin/search-indexes", "read"),
  manageIndexes("DELETE", "/admin/search-indexes/:id", "update"),
  manageIndexes("POST", "/admin/search-indexes/:id/reindex", "update"),
]

export const adminSearchMiddlewares: MiddlewareRoute[] = [
  ...coreIndexes,
  {
    methods: ["GET"],
    // A regular expression stands before core's middlewares of the same path.
    matcher: /^\/admin\/search\/?$/,
    middlewares: [searchEverything],
  },
  {
    methods: ["GET"],
    matcher: "/admin/search-synonyms",
    middlewares: [validateAndTransformQuery(AdminGetSearchSynonymsParams, {})],
  },
  {
    methods: ["POST"],
    matcher: "/admin/search-synonyms",
    middlewares: [validateAndTransformBody(AdminPostSearchSynonym)],
  },
  {
    methods: ["POST"],
    matcher: "/admin/search-synonyms/:id",
    middlewares: [validateAndTransformBody(AdminPostSearchSynonym)],
  },
]
