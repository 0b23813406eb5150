import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { z } from "@medusajs/framework/zod"
import { CATALOGUE_MODULE } from "../../../modules/catalogue"
import type { CatalogueService } from "../../../modules/catalogue/service"
import { PRODUCT_PROFILE_MODULE } from "../../../modules/product-profile"
import {
  type ProductProfileService,
  RECENT_MAX,
} from "../../../modules/product-profile/service"
import { type ListRequest, scopeOf, showProducts } from "./listed"

const RELATED = 8
const RELATED_MAX = 24

const id = z.string().trim().min(1).max(64)

export const recentlyViewedSchema = z.object({
  ids: z
    .union([z.string(), z.array(z.string())])
    .transform((value) => [value].flat().flatMap((entry) => entry.split(",")))
    .pipe(z.array(id).min(1).max(RECENT_MAX))
    .optional()
    .describe("What a guest's browser remembers, the last first."),
})

const remembered = new WeakMap<MedusaRequest, string[]>()

/** Takes `ids` out of the query before core's strict check of it. */
export function takeViewedIds(
  req: MedusaRequest,
  _res: MedusaResponse,
  next: MedusaNextFunction
): void {
  const { ids } = recentlyViewedSchema.parse({ ids: req.query.ids })
  delete req.query.ids
  remembered.set(req, [...new Set(ids)])
  next()
}

/** A customer's own list, else what a guest's browser sends. */
export async function chooseViewed(
  req: ListRequest,
  res: MedusaResponse,
  next: MedusaNextFunction
): Promise<void> {
  const customer = req.auth_context?.actor_id
  const sent = remembered.get(req) ?? []
  const service: ProductProfileService = req.scope.resolve(
    PRODUCT_PROFILE_MODULE
  )
  const seen =
    customer && !sent.length ? await service.listRecent(customer) : sent
  const { skip = 0, take = RECENT_MAX } = req.queryConfig.pagination
  const ids = seen.slice(skip, skip + take)
  showProducts(req, res, next, ids, {
    ...{ count: seen.length, offset: skip, limit: take },
  })
}

/** What goes with a product: of its category, brand or tags. */
export async function chooseRelated(
  req: ListRequest,
  res: MedusaResponse,
  next: MedusaNextFunction
): Promise<void> {
  const asked = req.query.limit === undefined ? RELATED : undefined
  const { take = RELATED } = req.queryConfig.pagination
  const limit = Math.min(asked ?? take, RELATED_MAX)
  const catalogue: CatalogueService = req.scope.resolve(CATALOGUE_MODULE)
  const ids = await catalogue.related(req.params.id, limit, scopeOf(req))
  showProducts(req, res, next, ids, { count: ids.length, offset: 0, limit })
}
