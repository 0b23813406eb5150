import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { addWishlistItemWorkflow } from "../../../../../workflows/wishlist"
import { channelsOf, readItem } from "../../read"
import type { StoreAddWishlistItem } from "../../validators"

export const POST = async (
  req: MedusaRequest<StoreAddWishlistItem>,
  res: MedusaResponse
) => {
  const { product_id, variant_id, region_id, notify } = req.validatedBody
  const { result } = await addWishlistItemWorkflow(req.scope).run({
    input: {
      wishlist_id: req.params.id,
      product_id,
      variant_id: variant_id ?? null,
      region_id: region_id ?? null,
      notify,
      sales_channel_ids: channelsOf(req),
    },
  })
  res
    .status(result.added ? 201 : 200)
    .json({ item: await readItem(req, result.item.id, region_id) })
}
