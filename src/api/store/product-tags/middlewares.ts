import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
  MiddlewareRoute,
} from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { allowLinked, showLinked } from "../../linked-fields"
import {
  chooseTags,
  countInTags,
  storeTagQuery,
  takeTagQuery,
  taxonomy,
} from "../../tag-list"
import { scopeOf } from "../products/listed"

// A regular expression stands before core's middlewares of the same path.
const BEFORE_TAGS = /^\/store\/product-tags(?:\/[^/]+)?\/?$/
const BEFORE_LIST = /^\/store\/product-tags\/?$/

const TAGS = "/store/product-tags"

const COLUMNS = ["slug", "description", "rank"]

/** A tag that staff have hidden is not there. */
async function refuseHiddenTag(
  req: MedusaRequest,
  _res: MedusaResponse,
  next: MedusaNextFunction
): Promise<void> {
  const { id } = req.params
  if ((await taxonomy(req).listHiddenTags([id])).length) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `Product tag with id: ${id} was not found`
    )
  }
  next()
}

const reading = (
  matcher: MiddlewareRoute["matcher"],
  ...middlewares: NonNullable<MiddlewareRoute["middlewares"]>
): MiddlewareRoute => ({ methods: ["GET"], matcher, middlewares })

export const storeTagMiddlewares: MiddlewareRoute[] = [
  reading(
    BEFORE_TAGS,
    showLinked("tag_profile", COLUMNS),
    allowLinked("tag_profile", COLUMNS)
  ),
  reading(BEFORE_LIST, takeTagQuery(storeTagQuery)),
  reading(TAGS, chooseTags(true), countInTags(scopeOf)),
  reading(`${TAGS}/:id`, refuseHiddenTag, countInTags(scopeOf)),
]
