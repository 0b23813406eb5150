import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { listNotFound, wishlists } from "../../../../../workflows/wishlist"
import { readItems } from "../../read"
import type { StoreGetWishlistParams } from "../../validators"
import { sharedItemView } from "../../view"

export const GET = async (
  req: MedusaRequest<unknown, StoreGetWishlistParams>,
  res: MedusaResponse
) => {
  const [list] = await wishlists(req.scope).listWishlists(
    { share_token: req.params.token },
    { select: ["id", "name"] }
  )
  if (!list) {
    throw listNotFound()
  }
  res.json({
    wishlist: { name: list.name },
    ...(await readItems(req, list.id, req.validatedQuery, sharedItemView)),
  })
}
