import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { planImages } from "../lib/plan"
import { readGallery } from "../lib/read"
import type { ChangeImagesInput } from "../types"

export const planImagesStepId = "plan-product-images"

/** Judges the change against the images as they are, under the lock. */
export const planImagesStep = createStep(
  planImagesStepId,
  async ({ product_id, change }: ChangeImagesInput, { container }) =>
    new StepResponse(
      planImages(await readGallery(container, product_id), change)
    )
)
