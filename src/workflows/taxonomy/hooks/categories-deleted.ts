import { StepResponse } from "@medusajs/framework/workflows-sdk"
import { deleteProductCategoriesWorkflow } from "@medusajs/medusa/core-flows"
import { taxonomy } from "../lib/service"

deleteProductCategoriesWorkflow.hooks.categoriesDeleted(
  async ({ ids }, { container }) => {
    await taxonomy(container).hideCategories(ids)
    return new StepResponse(undefined, ids)
  },
  async (ids: string[] | undefined, { container }) => {
    await taxonomy(container).bringBackCategories(ids ?? [])
  }
)
