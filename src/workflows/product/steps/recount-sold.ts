import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { CATALOGUE_MODULE } from "../../../modules/catalogue"
import type { CatalogueService } from "../../../modules/catalogue/service"
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
    const catalogue: CatalogueService = container.resolve(CATALOGUE_MODULE)
    const service: ProductProfileService = container.resolve(
      PRODUCT_PROFILE_MODULE
    )
    await service.recountSold(product_ids, (ids) => catalogue.countSold(ids))
    return new StepResponse(product_ids.length)
  }
)
