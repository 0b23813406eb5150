import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { mergeWishlistWorkflow } from "../../../../workflows/wishlist"
import { badRequest } from "../../../frame/errors/api-error"
import { TOKEN_HEADER, tokenHashOf } from "../holder"
import { readList } from "../read"

export const POST = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const token_hash = tokenHashOf(req)
  if (!token_hash) {
    throw badRequest(
      "wishlist_token_required",
      "Send the X-Wishlist-Token of the guest's list.",
      [{ field: TOKEN_HEADER, message: "is required" }]
    )
  }
  const { result } = await mergeWishlistWorkflow(req.scope).run({
    input: { token_hash, customer_id: req.auth_context.actor_id },
  })
  res.json({ wishlist: await readList(req, result.id) })
}
