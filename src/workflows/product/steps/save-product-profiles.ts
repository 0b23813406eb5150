import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { SaveProfile } from "../lib/save-profiles"
import { completeProducts, undoProducts } from "../lib/complete-products"

export const saveProductProfilesStepId = "save-product-profiles"

/** Writes profiles and costs, and fills the SKUs a new prefix allows. */
export const saveProductProfilesStep = createStep(
  saveProductProfilesStepId,
  async (rows: SaveProfile[], { container }) => {
    const ids = rows.map(({ product_id }) => product_id)
    return new StepResponse(
      undefined,
      await completeProducts(container, ids, rows)
    )
  },
  (completed, { container }) => undoProducts(container, completed)
)
