import type { UpdateProductCategoryDTO } from "@medusajs/framework/types"
import {
  createHook,
  createWorkflow,
  transform,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { updateProductCategoriesWorkflow } from "@medusajs/medusa/core-flows"
import { rememberCategoryPlaceStep } from "../steps/remember-category-place"

export type UpdateCategoryInput = {
  id: string
  update: UpdateProductCategoryDTO
  additional_data?: Record<string, unknown>
}

/**
 * Core's update of a category, which may move it, and which a later step that
 * fails takes back with its place among the others.
 */
export const updateCategoryWorkflow = createWorkflow(
  "update-category",
  (input: WorkflowData<UpdateCategoryInput>) => {
    const validate = createHook("validate", input)
    rememberCategoryPlaceStep({ id: input.id })
    updateProductCategoriesWorkflow.runAsStep({
      input: transform(input, ({ id, update, additional_data }) => ({
        selector: { id },
        update,
        additional_data,
      })),
    })
    return new WorkflowResponse(undefined, { hooks: [validate] })
  }
)
