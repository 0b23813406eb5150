import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import {
  removeWishlistItemWorkflow,
  updateWishlistItemWorkflow,
} from "../../../../../../workflows/wishlist"
import { readItem } from "../../../read"
import type {
  StoreGetWishlistItemParams,
  StoreUpdateWishlistItem,
} from "../../../validators"

export const POST = async (
  req: MedusaRequest<StoreUpdateWishlistItem, StoreGetWishlistItemParams>,
  res: MedusaResponse
) => {
  const { id: wishlist_id, item_id: id } = req.params
  await updateWishlistItemWorkflow(req.scope).run({
    input: { id, wishlist_id, ...req.validatedBody },
  })
  const { region_id } = req.validatedQuery
  res.json({ item: await readItem(req, id, region_id) })
}

export const DELETE = async (req: MedusaRequest, res: MedusaResponse) => {
  const { id: wishlist_id, item_id: id } = req.params
  await removeWishlistItemWorkflow(req.scope).run({
    input: { id, wishlist_id },
  })
  res.json({ id, object: "wishlist_item", deleted: true })
}
