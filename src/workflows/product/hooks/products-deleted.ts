import type { MedusaContainer } from "@medusajs/framework/types"
import { deleteProductsWorkflow } from "@medusajs/medusa/core-flows"
import { StepResponse } from "@medusajs/framework/workflows-sdk"
import { PRODUCT_COST_MODULE } from "../../../modules/product-cost"
import type { ProductCostService } from "../../../modules/product-cost/service"
import { PRODUCT_PROFILE_MODULE } from "../../../modules/product-profile"
import type { ProductProfileService } from "../../../modules/product-profile/service"

const services = (container: MedusaContainer) => [
  container.resolve<ProductProfileService>(PRODUCT_PROFILE_MODULE),
  container.resolve<ProductCostService>(PRODUCT_COST_MODULE),
]

/** A deleted product holds its meta title no longer. */
deleteProductsWorkflow.hooks.productsDeleted(
  async ({ ids }, { container }) => {
    for (const service of services(container)) {
      await service.hideProducts(ids)
    }
    return new StepResponse(undefined, ids)
  },
  async (ids: string[] | undefined, { container }) => {
    for (const service of services(container)) {
      await service.bringBackProducts(ids ?? [])
    }
  }
)
