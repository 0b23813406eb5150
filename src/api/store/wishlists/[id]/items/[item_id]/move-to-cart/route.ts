import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { moveWishlistItemToCartWorkflow } from "../../../../../../../workflows/wishlist"
import type { StoreMoveToCart } from "../../../../validators"

export const POST = async (
  req: MedusaRequest<StoreMoveToCart>,
  res: MedusaResponse
) => {
  const { id: wishlist_id, item_id: id } = req.params
  await moveWishlistItemToCartWorkflow(req.scope).run({
    input: { id, wishlist_id, ...req.validatedBody },
  })
  const {
    data: [cart],
  } = await req.scope.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "cart",
    fields: req.queryConfig.fields,
    filters: { id: req.validatedBody.cart_id },
  })
  res.json({ item: { id, object: "wishlist_item", deleted: true }, cart })
}
