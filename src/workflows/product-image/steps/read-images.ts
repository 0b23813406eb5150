import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { readGallery } from "../lib/read"

export const readImagesStepId = "read-product-images"

export const readImagesStep = createStep(
  readImagesStepId,
  async (product_id: string, { container }) =>
    new StepResponse((await readGallery(container, product_id)).images)
)
