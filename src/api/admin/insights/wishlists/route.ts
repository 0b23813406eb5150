import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { readWanted } from "../../wishlists/read"
import type { AdminGetWishlistInsightParams } from "../../wishlists/validators"
import type { AdminWishlistInsightResponse } from "../../wishlists/view"

export const GET = async (
  req: MedusaRequest<unknown, AdminGetWishlistInsightParams>,
  res: MedusaResponse<AdminWishlistInsightResponse>
) => {
  const { limit, offset } = req.validatedQuery
  const [wanted, count] = await readWanted(
    req.scope,
    { order: "-lists" },
    { limit, offset }
  )
  const wishlists = wanted.map(
    ({ product_id, title, thumbnail, lists, stock }) => ({
      ...{ product_id, title, image: thumbnail, count: lists, stock },
    })
  )
  res.json({ wishlists, count, limit, offset })
}
