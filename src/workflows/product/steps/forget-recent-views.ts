import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { PRODUCT_PROFILE_MODULE } from "../../../modules/product-profile"
import type { ProductProfileService } from "../../../modules/product-profile/service"

export const forgetRecentViewsStepId = "forget-recent-views"

/** Cannot be taken back, and must not be: the customer is gone. */
export const forgetRecentViewsStep = createStep(
  forgetRecentViewsStepId,
  async (customer_ids: string[], { container }) => {
    const service: ProductProfileService = container.resolve(
      PRODUCT_PROFILE_MODULE
    )
    await service.forgetCustomers(customer_ids)
    return new StepResponse(undefined)
  }
)
