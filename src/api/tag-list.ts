import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { z } from "@medusajs/framework/zod"
import { CATALOGUE_MODULE } from "../modules/catalogue"
import { flag, oneOrMany } from "../modules/catalogue/kinds"
import type { CatalogueService } from "../modules/catalogue/service"
import { tagOrders } from "../modules/catalogue/tags"
import type { Scope } from "../modules/catalogue/types"
import { TAXONOMY_MODULE } from "../modules/taxonomy"
import type { TaxonomyService } from "../modules/taxonomy/service"
import { changeAnswer, thingsAt } from "./change-answer"
import { type ListRequest, showChosen } from "./chosen-list"
import { badRequest } from "./frame/errors/api-error"

type Handler = (
  req: MedusaRequest,
  res: MedusaResponse,
  next: MedusaNextFunction
) => void | Promise<void>

/** What of the query is ours and not core's, for shoppers and for staff. */
export const storeTagQuery = z.object({ slug: oneOrMany.optional() })
export const adminTagQuery = storeTagQuery.extend({
  is_visible: flag.optional().describe("Whether shoppers see it."),
})

type Own = z.infer<typeof adminTagQuery> & { order?: string }

const isOwnOrder = (order: unknown): order is string =>
  typeof order === "string" && tagOrders.includes(order.replace(/^-/, ""))

const taken = new WeakMap<MedusaRequest, Own>()

/** Takes what is ours out of the query before core's strict check of it. */
export const takeTagQuery =
  (schema: z.ZodObject): Handler =>
  (req, _res, next) => {
    const query = req.query as Record<string, unknown>
    const { order } = query
    const own: Own = schema.parse(
      Object.fromEntries(
        Object.keys(schema.shape).map((key) => [key, query[key]])
      )
    )
    Object.keys(schema.shape).forEach((key) => delete query[key])
    if (isOwnOrder(order)) {
      own.order = order
      delete query.order
    }
    taken.set(req, own)
    next()
  }

const catalogue = (req: MedusaRequest): CatalogueService =>
  req.scope.resolve(CATALOGUE_MODULE)

export const taxonomy = (req: MedusaRequest): TaxonomyService =>
  req.scope.resolve(TAXONOMY_MODULE)

const texts = (value: unknown) =>
  value === undefined || value === null ? undefined : [value].flat().map(String)

/** Of our orders those that core knows as well. */
const coreOrders = ["id", "value", "created_at", "updated_at"]

/** Filters that only core knows keep core's list, without what is hidden. */
async function leaveToCore(
  req: MedusaRequest,
  own: Own,
  unknown: readonly string[],
  shopper: boolean
): Promise<void> {
  const { slug, is_visible, order = "id" } = own
  const key = order.replace(/^-/, "")
  if (
    slug !== undefined ||
    is_visible !== undefined ||
    !coreOrders.includes(key)
  ) {
    throw badRequest(
      "filter_not_combinable",
      "Some filters cannot be asked for together.",
      unknown.map((field) => ({
        field,
        message: "cannot stand beside the other filters",
      }))
    )
  }
  if (own.order) {
    req.queryConfig.pagination.order = {
      [key]: order.startsWith("-") ? "DESC" : "ASC",
    }
  }
  if (shopper) {
    const { $and = [], ...filters } = req.filterableFields
    const hidden = await taxonomy(req).listHiddenTags()
    req.filterableFields = {
      ...filters,
      $and: [$and, { id: { $nin: hidden } }].flat(),
    }
  }
}

/** One statement says which tags the page shows; core reads those. */
export const chooseTags =
  (shopper: boolean): Handler =>
  async (req, res, next) => {
    const own = taken.get(req) ?? {}
    const { q, id, value, external_id, ...rest } = req.filterableFields
    const { skip = 0, take = 50, order } = req.queryConfig.pagination
    const unknown = Object.keys(rest)
    if (unknown.length || order) {
      await leaveToCore(req, own, unknown, shopper)
      return next()
    }
    const { ids, count } = await catalogue(req).selectTags({
      q: typeof q === "string" && q.trim() ? q.trim() : undefined,
      ...{ id: texts(id), value: texts(value) },
      external_id: texts(external_id),
      slug: own.slug,
      visible: shopper ? true : own.is_visible,
      order: own.order ?? "rank",
      ...{ skip, take },
    })
    req.filterableFields = {}
    showChosen("product_tags", req, res, next, ids, {
      ...{ count, offset: skip, limit: take },
    })
  }

type Shown = { id: string; product_count?: number }

/** How many products each tag of the answer has; `scopeOf` says whose. */
export const countInTags =
  (scopeOf: (req: ListRequest) => Scope | null) =>
  (req: ListRequest, res: MedusaResponse, next: MedusaNextFunction): void =>
    changeAnswer(req, res, next, async (body) => {
      const tags = thingsAt<Shown>(body, "product_tag", "product_tags")
      const ids = tags.map(({ id }) => id)
      const counts = ids.length
        ? await catalogue(req).countInTags(ids, scopeOf(req))
        : new Map<string, number>()
      tags.forEach((tag) => {
        tag.product_count = counts.get(tag.id) ?? 0
      })
    })
