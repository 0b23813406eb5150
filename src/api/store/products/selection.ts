import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { z } from "@medusajs/framework/zod"
import { CATALOGUE_MODULE } from "../../../modules/catalogue"
import { unknownBeside } from "../../../modules/catalogue/core-filters"
import {
  type FilterName,
  filterNames,
  filters,
} from "../../../modules/catalogue/filters"
import {
  isOrder,
  isOwnOrder,
  orderNames,
} from "../../../modules/catalogue/orders"
import { searchFieldsSchema } from "../../../modules/catalogue/search"
import {
  type CatalogueService,
  isPriced,
  type Selection,
} from "../../../modules/catalogue/service"
import type { Condition } from "../../../modules/catalogue/types"
import { badRequest } from "../../frame/errors/api-error"
import { knowHiddenTags } from "./hidden-tags"
import { type ListRequest, scopeOf, showProducts } from "./listed"

const filterSchemas = Object.fromEntries(
  filterNames.map((key) => [key, filters[key].schema.optional()])
) as Record<FilterName, z.ZodOptional<z.ZodType<Condition>>>

/** What of the query is for the catalogue's selection and not for core. */
export const selectionSchema = z.object({
  ...filterSchemas,
  q: z.string().trim().min(1).max(255).optional(),
  search_fields: searchFieldsSchema.optional(),
})

type Own = z.infer<typeof selectionSchema> & { order?: string }

const taken = new WeakMap<MedusaRequest, Own>()

const ownKeys = [...filterNames, "q", "search_fields"]

/**
 * Takes what is ours out of the query before core's strict check of it.
 * `brand[]=a` and `brand=a&brand=b` arrive alike.
 */
export function takeSelection(
  req: MedusaRequest,
  _res: MedusaResponse,
  next: MedusaNextFunction
): void {
  const query = req.query as Record<string, unknown>
  const mine = Object.fromEntries(
    ownKeys.flatMap((key) =>
      query[key] === undefined ? [] : [[key, query[key]]]
    )
  )
  const { order } = query
  const ordered = typeof order === "string" && isOwnOrder(order)
  if (!ordered && !Object.keys(mine).length) {
    return next()
  }
  const own: Own = selectionSchema.parse(mine)
  if (typeof order === "string" && order) {
    if (!isOrder(order)) {
      throw badRequest("invalid_data", "This order is not known.", [
        {
          field: "order",
          message: `must be one of ${orderNames.join(", ")}, or with a minus`,
        },
      ])
    }
    own.order = order
    delete query.order
  }
  ownKeys.forEach((key) => delete query[key])
  taken.set(req, own)
  next()
}

/** Core's keys that say whose prices hold, or which products a key may show. */
const CONTEXT = [
  "region_id",
  "country_code",
  "province",
  "cart_id",
  "sales_channel_id",
]

function coreFiltersOf({ validatedQuery }: MedusaRequest) {
  const ignored = [...CONTEXT, "limit", "offset", "fields", "order"]
  const core = Object.fromEntries(
    Object.entries(validatedQuery).filter(
      ([key, value]) => value !== undefined && !ignored.includes(key)
    )
  )
  const unknown = unknownBeside(core)
  if (unknown.length) {
    throw badRequest(
      "filter_not_combinable",
      "Some filters cannot be asked for together.",
      unknown.map((field) => ({
        field,
        message: "cannot stand beside the other filters",
      }))
    )
  }
  return core
}

/**
 * One statement says which products the page shows, and how many there are;
 * core's own route then reads those, and only those.
 */
export async function applySelection(
  req: ListRequest,
  res: MedusaResponse,
  next: MedusaNextFunction
): Promise<void> {
  const own = taken.get(req)
  if (!own) {
    return next()
  }
  const { q, search_fields, order, ...conditions } = own
  const { skip = 0, take = 50 } = req.queryConfig.pagination
  const selection: Selection = {
    ...{ q, search_fields, order, skip, take },
    core: coreFiltersOf(req),
    filters: conditions,
  }
  const scope = scopeOf(req)
  if (isPriced(selection) && !scope.region) {
    throw badRequest("invalid_data", "Prices are those of a region.", [
      { field: "region_id", message: "is needed to compare prices" },
    ])
  }
  const catalogue: CatalogueService = req.scope.resolve(CATALOGUE_MODULE)
  const { ids, count, hidden_tags } = await catalogue.select(selection, scope)
  knowHiddenTags(req, hidden_tags)
  // The statement has looked at all of core's filters; the ids are enough.
  req.filterableFields = { status: "published" }
  showProducts(req, res, next, ids, { count, offset: skip, limit: take })
}
