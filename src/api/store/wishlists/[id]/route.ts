import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import {
  deleteWishlistsWorkflow,
  updateWishlistWorkflow,
} from "../../../../workflows/wishlist"
import { badRequest } from "../../../frame/errors/api-error"
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
  if (!Object.keys(req.validatedBody).length) {
    throw badRequest("invalid_data", "There is nothing to change.", [
      { field: "name", message: "is required without is_default" },
    ])
  }
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
