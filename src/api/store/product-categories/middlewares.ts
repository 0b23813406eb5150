import type { MiddlewareRoute } from "@medusajs/framework/http"
import {
  byPlace,
  describeCategories,
  takeNullParent,
} from "../../category-answer"
import { allowLinked, showLinked } from "../../linked-fields"
import { scopeOf } from "../products/listed"

// A regular expression stands before core's middlewares of the same path.
const BEFORE_CATEGORIES = /^\/store\/product-categories(?:\/[^/]+)?\/?$/

const COLUMNS = ["image", "image_alt"]

const CATEGORIES = "/store/product-categories"

const reading = (
  matcher: MiddlewareRoute["matcher"],
  ...middlewares: NonNullable<MiddlewareRoute["middlewares"]>
): MiddlewareRoute => ({ methods: ["GET"], matcher, middlewares })

export const storeCategoryMiddlewares: MiddlewareRoute[] = [
  reading(
    BEFORE_CATEGORIES,
    showLinked("category_profile", COLUMNS),
    allowLinked("category_profile", COLUMNS),
    allowLinked("category_children.category_profile", COLUMNS)
  ),
  reading(CATEGORIES, takeNullParent, byPlace, describeCategories(scopeOf)),
  reading(`${CATEGORIES}/:id`, describeCategories(scopeOf)),
]
