import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { type ListRequest, type Page, showChosen } from "../../chosen-list"
import type { Scope } from "../../../modules/catalogue/types"

export type { ListRequest }

type Chosen = (
  req: MedusaRequest,
  res: MedusaResponse,
  next: MedusaNextFunction,
  ids: readonly string[],
  page: Page
) => void

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

/** Core's list of products, of these and no others. */
export const showProducts = (
  ...[req, res, next, ids, page]: Parameters<Chosen>
): void => showChosen("products", req, res, next, ids, page)
