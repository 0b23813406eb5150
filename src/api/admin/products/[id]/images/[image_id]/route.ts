import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { changeProductImagesWorkflow } from "../../../../../../workflows/product-image"
import type {
  AdminPostProductImageBody,
  AdminProductImageDeleted,
  AdminProductImagesResponse,
} from "../validators"

export const POST = async (
  req: MedusaRequest<AdminPostProductImageBody>,
  res: MedusaResponse<AdminProductImagesResponse>
) => {
  const { id: product_id, image_id } = req.params
  const { result: images } = await changeProductImagesWorkflow(req.scope).run({
    input: { product_id, change: { ...req.validatedBody, image_id } },
  })
  res.json({ images })
}

export const DELETE = async (
  req: MedusaRequest,
  res: MedusaResponse<AdminProductImageDeleted>
) => {
  const { id: product_id, image_id } = req.params
  await changeProductImagesWorkflow(req.scope).run({
    input: { product_id, change: { remove: image_id } },
  })
  res.json({ id: image_id, object: "product_image", deleted: true })
}
