import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import {
  changeProductImagesWorkflow,
  readGallery,
} from "../../../../../workflows/product-image"
import type {
  AdminPostProductImagesBody,
  AdminProductImagesResponse,
} from "./validators"

export const GET = async (
  req: MedusaRequest,
  res: MedusaResponse<AdminProductImagesResponse>
) => {
  const { images } = await readGallery(req.scope, req.params.id)
  res.json({ images })
}

export const POST = async (
  req: MedusaRequest<AdminPostProductImagesBody>,
  res: MedusaResponse<AdminProductImagesResponse>
) => {
  const { result: images } = await changeProductImagesWorkflow(req.scope).run({
    input: {
      product_id: req.params.id,
      change: { add: req.validatedBody.images },
    },
  })
  res.json({ images })
}
