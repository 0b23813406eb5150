import type { MiddlewareRoute } from "@medusajs/framework/http"
import { storeProductRoutesMiddlewares } from "@medusajs/medusa/api/store/products/middlewares"
import { chooseRelated, chooseViewed, takeViewedIds } from "./chosen"
import { hideHiddenTags } from "./hidden-tags"
import {
  excludeInactiveVariants,
  hideInactiveVariants,
  refuseInactiveVariant,
} from "./inactive-variants"
import { allowProfileFields } from "./profile-fields"
import { applySelection, takeSelection } from "./selection"

// A regular expression stands before core's middlewares of the same path.
const BEFORE_PRODUCTS = /^\/store\/products(?:\/[^/]+(?:\/related)?)?\/?$/
const BEFORE_LIST = /^\/store\/products\/?$/
const BEFORE_VIEWED = /^\/store\/products\/recently-viewed\/?$/

const LIST = "/store/products"

/** What core does before its list: fields, region, prices, channel, tax. */
const coreListMiddlewares = storeProductRoutesMiddlewares
  .filter(({ matcher }) => matcher === LIST)
  .flatMap(({ middlewares }) => middlewares ?? [])

const WITH_PRODUCTS = [
  "/store/collections",
  "/store/product-categories",
  "/store/product-tags",
  "/store/product-types",
]

type Middlewares = NonNullable<MiddlewareRoute["middlewares"]>

const reading = (
  matcher: MiddlewareRoute["matcher"],
  ...middlewares: Middlewares
): MiddlewareRoute => ({ methods: ["GET"], matcher, middlewares })

/** A list whose products are chosen here, and read and shown by core. */
const listing = (matcher: string, choose: Middlewares[number]) =>
  reading(
    matcher,
    ...coreListMiddlewares,
    choose,
    hideInactiveVariants(""),
    hideHiddenTags
  )

export const storeProductMiddlewares: MiddlewareRoute[] = [
  reading(BEFORE_PRODUCTS, allowProfileFields),
  reading(BEFORE_LIST, takeSelection),
  reading(BEFORE_VIEWED, takeViewedIds),
  reading(LIST, applySelection, hideInactiveVariants(""), hideHiddenTags),
  reading(`${LIST}/:id`, hideInactiveVariants(""), hideHiddenTags),
  listing(`${LIST}/recently-viewed`, chooseViewed),
  listing(`${LIST}/:id/related`, chooseRelated),
  ...WITH_PRODUCTS.flatMap((matcher) => [
    reading(matcher, hideInactiveVariants("products.")),
    reading(`${matcher}/:id`, hideInactiveVariants("products.")),
  ]),
  reading("/store/product-variants", excludeInactiveVariants),
  reading("/store/product-variants/:id", refuseInactiveVariant),
]
