import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import {
  deleteWishlistsWorkflow,
  updateWishlistWorkflow,
} from "../../../../workflows/wishlist"
import { readItems, readList } from "../read"
import type { StoreGetWishlistParams, StoreUpdateWishlist } from "../validators"
import { itemView } from "../view"

export const GET = async (
  req: MedusaRequest<unknown, StoreGetWishlistParams>,
  res: MedusaResponse
) => {
  const { id } = req.params
  res.json({
    wishlist: await readList(req, id),
    ...(await readItems(req, id, req.validatedQuery, itemView)),
  })
}

export const POST = async (
  req: MedusaRequest<StoreUpdateWishlist>,
  res: MedusaResponse
) => {
  const { id } = req.params
  await updateWishlistWorkflow(req.scope).run({
    input: { id, ...req.validatedBody },
  })
  res.json({ wishlist: await readList(req, id) })
}

export const DELETE = async (req: MedusaRequest, res: MedusaResponse) => {
  const { id } = req.params
  await deleteWishlistsWorkflow(req.scope).run({ input: { id } })
  res.json({ id, object: "wishlist", deleted: true })
}
