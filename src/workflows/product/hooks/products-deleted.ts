import { deleteProductsWorkflow } from "@medusajs/medusa/core-flows"
import { StepResponse } from "@medusajs/framework/workflows-sdk"
import { PRODUCT_PROFILE_MODULE } from "../../../modules/product-profile"
import type { ProductProfileService } from "../../../modules/product-profile/service"

/** A deleted product holds its meta title no longer. */
deleteProductsWorkflow.hooks.productsDeleted(
  async ({ ids }, { container }) => {
    const service: ProductProfileService = container.resolve(
      PRODUCT_PROFILE_MODULE
    )
    await service.hideProducts(ids)
    return new StepResponse(undefined, ids)
  },
  async (ids: string[] | undefined, { container }) => {
    const service: ProductProfileService = container.resolve(
      PRODUCT_PROFILE_MODULE
    )
    await service.bringBackProducts(ids ?? [])
  }
)
