import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { type ProductChange, validateProducts } from "../validate-products"

export const validateProductsStepId = "validate-product-changes"

export const validateProductsStep = createStep(
  validateProductsStepId,
  async (changes: ProductChange[], { container }) => {
    await validateProducts(container, changes)
    return new StepResponse(undefined)
  }
)
