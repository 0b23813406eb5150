import type { MiddlewareRoute } from "@medusajs/framework/http"
import { showLinked } from "../../linked-fields"
import {
  adminTagQuery,
  chooseTags,
  countInTags,
  takeTagQuery,
} from "../../tag-list"
import { carryData } from "../carried-data"
import { tagAdditionalData } from "./additional-data"

// A regular expression stands before core's middlewares of the same path.
const BEFORE_TAGS = /^\/admin\/product-tags(?:\/[^/]+)?\/?$/
const BEFORE_LIST = /^\/admin\/product-tags\/?$/

const TAGS = "/admin/product-tags"

const COLUMNS = ["slug", "description", "rank", "is_visible"]

/** Staff count all products there are. */
const everything = () => null

export const adminTagMiddlewares: MiddlewareRoute[] = [
  {
    methods: ["GET", "POST"],
    matcher: BEFORE_TAGS,
    middlewares: [showLinked("tag_profile", COLUMNS)],
  },
  {
    methods: ["POST"],
    matcher: BEFORE_TAGS,
    middlewares: [carryData(tagAdditionalData)],
  },
  {
    methods: ["GET"],
    matcher: BEFORE_LIST,
    middlewares: [takeTagQuery(adminTagQuery)],
  },
  {
    methods: ["GET"],
    matcher: TAGS,
    middlewares: [chooseTags(false), countInTags(everything)],
  },
  {
    methods: ["POST"],
    matcher: TAGS,
    middlewares: [countInTags(everything)],
  },
  {
    methods: ["GET", "POST"],
    matcher: `${TAGS}/:id`,
    middlewares: [countInTags(everything)],
  },
]
