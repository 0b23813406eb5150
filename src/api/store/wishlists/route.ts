import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { hashToken, newToken } from "../../../lib/secret-token"
import { createWishlistWorkflow } from "../../../workflows/wishlist"
import { customerOf, holderOf } from "./holder"
import { readList, readLists } from "./read"
import type { StoreCreateWishlist, StoreGetWishlistsParams } from "./validators"

export const GET = async (
  req: MedusaRequest<unknown, StoreGetWishlistsParams>,
  res: MedusaResponse
) => {
  res.json(await readLists(req, await holderOf(req), req.validatedQuery))
}

export const POST = async (
  req: MedusaRequest<StoreCreateWishlist>,
  res: MedusaResponse
) => {
  const customer_id = customerOf(req) ?? null
  const token = customer_id ? null : newToken()
  const { result } = await createWishlistWorkflow(req.scope).run({
    input: {
      ...req.validatedBody,
      customer_id,
      token_hash: token && hashToken(token),
    },
  })
  res.status(201).json({ wishlist: await readList(req, result.id), token })
}
