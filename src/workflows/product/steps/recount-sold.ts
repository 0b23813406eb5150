import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { soldStatement } from "../../../modules/catalogue/sold"
import { PRODUCT_PROFILE_MODULE } from "../../../modules/product-profile"
import type { ProductProfileService } from "../../../modules/product-profile/service"

export const recountSoldStepId = "recount-sold-products"

/**
 * Counts anew and never adds, so it may run twice, late or at once with
 * another: who comes second counts after the first has written.
 */
export const recountSoldStep = createStep(
  recountSoldStepId,
  async (product_ids: string[], { container }) => {
    const service: ProductProfileService = container.resolve(
      PRODUCT_PROFILE_MODULE
    )
    if (product_ids.length) {
      await service.recountSold(product_ids, soldStatement(product_ids))
    }
    return new StepResponse(product_ids.length)
  }
)
