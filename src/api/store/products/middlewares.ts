import type { MiddlewareRoute } from "@medusajs/framework/http"
import {
  excludeInactiveVariants,
  hideInactiveVariants,
  refuseInactiveVariant,
} from "./inactive-variants"
import { allowProfileFields } from "./profile-fields"
import { applySelection, takeSelection } from "./selection"

// A regular expression stands before core's middlewares of the same path.
const BEFORE_PRODUCTS = /^\/store\/products(?:\/[^/]+)?\/?$/
const BEFORE_LIST = /^\/store\/products\/?$/

const WITH_PRODUCTS = [
  "/store/collections",
  "/store/product-categories",
  "/store/product-tags",
  "/store/product-types",
]

const hiding = (matcher: string, path: "" | "products."): MiddlewareRoute => ({
  methods: ["GET"],
  matcher,
  middlewares: [hideInactiveVariants(path)],
})

export const storeProductMiddlewares: MiddlewareRoute[] = [
  {
    methods: ["GET"],
    matcher: BEFORE_PRODUCTS,
    middlewares: [allowProfileFields],
  },
  {
    methods: ["GET"],
    matcher: BEFORE_LIST,
    middlewares: [takeSelection],
  },
  {
    methods: ["GET"],
    matcher: "/store/products",
    middlewares: [applySelection],
  },
  hiding("/store/products", ""),
  hiding("/store/products/:id", ""),
  ...WITH_PRODUCTS.flatMap((matcher) => [
    hiding(matcher, "products."),
    hiding(`${matcher}/:id`, "products."),
  ]),
  {
    methods: ["GET"],
    matcher: "/store/product-variants",
    middlewares: [excludeInactiveVariants],
  },
  {
    methods: ["GET"],
    matcher: "/store/product-variants/:id",
    middlewares: [refuseInactiveVariant],
  },
]
