import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import {
  shareWishlistWorkflow,
  unshareWishlistWorkflow,
} from "../../../../../workflows/wishlist"
import { customerOf } from "../../holder"
import { readList } from "../../read"

const inputOf = (req: MedusaRequest) => ({
  id: req.params.id,
  customer_id: customerOf(req) ?? null,
})

export const POST = async (req: MedusaRequest, res: MedusaResponse) => {
  await shareWishlistWorkflow(req.scope).run({ input: inputOf(req) })
  res.json({ wishlist: await readList(req, req.params.id) })
}

export const DELETE = async (req: MedusaRequest, res: MedusaResponse) => {
  await unshareWishlistWorkflow(req.scope).run({ input: inputOf(req) })
  res.json({ wishlist: await readList(req, req.params.id) })
}
