import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { readWanted } from "./read"
import type { AdminGetWishlistsParams } from "./validators"
import type { AdminWishlistsResponse } from "./view"

export const GET = async (
  req: MedusaRequest<unknown, AdminGetWishlistsParams>,
  res: MedusaResponse<AdminWishlistsResponse>
) => {
  const { limit, offset, ...filters } = req.validatedQuery
  const page = { limit, offset }
  const [wishlists, count] = await readWanted(req.scope, filters, page)
  res.json({ wishlists, count, limit, offset })
}
