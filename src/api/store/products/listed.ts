import type {
  AuthenticatedMedusaRequest,
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import type { Scope } from "../../../modules/catalogue/types"

export type ListRequest = MedusaRequest & Partial<AuthenticatedMedusaRequest>

type Page = { count: number; offset: number; limit: number }

const REGIONS = ["region_id", "country_code", "cart_id"] as const

/** Whose list it is: what the key may show, and whose prices hold. */
export function scopeOf(req: ListRequest): Scope {
  const query = req.validatedQuery
  const asked = [query.sales_channel_id ?? []].flat().map(String)
  const held = req.publishable_key_context?.sales_channel_ids ?? []
  const by = REGIONS.find((key) => typeof query[key] === "string")
  return {
    channels: asked.length ? asked : held,
    region: by ? { by, value: String(query[by]) } : null,
    customer_id: req.auth_context?.actor_id || null,
  }
}

/**
 * Lets core's list read these products and no others, and puts its answer into
 * their order.
 */
export function showProducts(
  req: MedusaRequest,
  res: MedusaResponse,
  next: MedusaNextFunction,
  ids: readonly string[],
  page: Page
): void {
  if (!ids.length) {
    res.json({ products: [], ...page })
    return
  }
  req.filterableFields = { ...req.filterableFields, id: [...ids] }
  req.queryConfig.pagination = { skip: 0, take: ids.length }
  const json = res.json.bind(res)
  res.json = (body: unknown) => {
    const { products } = body as { products: { id: string }[] }
    const read = new Map(products.map((product) => [product.id, product]))
    return json({
      ...(body as object),
      products: ids.flatMap((id) => read.get(id) ?? []),
      ...page,
    })
  }
  next()
}
