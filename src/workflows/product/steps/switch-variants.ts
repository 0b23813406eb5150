import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { VariantActive } from "../../../modules/product-profile/types"
import { switchVariants } from "../lib/write-variants"

export const switchVariantsStepId = "switch-product-variants"

/** Says which variants are shown and sold. */
export const switchVariantsStep = createStep(
  switchVariantsStepId,
  async (flags: VariantActive[], { container }) =>
    new StepResponse(undefined, await switchVariants(container, flags)),
  async (before, { container }) => {
    await switchVariants(container, before ?? [])
  }
)
