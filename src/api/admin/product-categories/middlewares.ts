import type { MiddlewareRoute } from "@medusajs/framework/http"
import {
  byPlace,
  describeCategories,
  takeNullParent,
} from "../../category-answer"
import { showLinked } from "../../linked-fields"
import { carryData } from "../carried-data"
import { categoryAdditionalData } from "./additional-data"

// A regular expression stands before core's middlewares of the same path.
const BEFORE_CATEGORIES = /^\/admin\/product-categories(?:\/[^/]+)?\/?$/

const CATEGORIES = "/admin/product-categories"

/** Staff count all products there are. */
const everything = () => null

export const adminCategoryMiddlewares: MiddlewareRoute[] = [
  {
    methods: ["GET", "POST"],
    matcher: BEFORE_CATEGORIES,
    middlewares: [showLinked("category_profile", ["image", "image_alt"])],
  },
  {
    methods: ["POST"],
    matcher: BEFORE_CATEGORIES,
    middlewares: [carryData(categoryAdditionalData)],
  },
  {
    methods: ["GET"],
    matcher: CATEGORIES,
    middlewares: [takeNullParent, byPlace],
  },
  {
    methods: ["GET", "POST"],
    matcher: CATEGORIES,
    middlewares: [describeCategories(everything)],
  },
  {
    methods: ["GET", "POST"],
    matcher: `${CATEGORIES}/:id`,
    middlewares: [describeCategories(everything)],
  },
]
