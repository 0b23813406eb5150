import { MedusaError, Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

export const rememberCategoryPlaceStepId = "remember-category-place"

/**
 * Core's compensation of a move puts the category back under its parent, at
 * the end. This one runs after it, and gives back the place.
 */
export const rememberCategoryPlaceStep = createStep(
  rememberCategoryPlaceStepId,
  async ({ id }: { id: string }, { container }) => {
    const [category] = await container
      .resolve(Modules.PRODUCT)
      .listProductCategories(
        { id },
        { select: ["id", "rank", "parent_category_id"] }
      )
    if (!category) {
      throw new MedusaError(
        MedusaError.Types.NOT_FOUND,
        `Product category with id: ${id} was not found`
      )
    }
    const { rank, parent_category_id } = category
    return new StepResponse(undefined, { id, rank, parent_category_id })
  },
  async (place, { container }) => {
    if (place) {
      const { id, ...before } = place
      await container
        .resolve(Modules.PRODUCT)
        .updateProductCategories(id, before)
    }
  }
)
