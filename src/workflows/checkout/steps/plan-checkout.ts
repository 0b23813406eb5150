import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { decideCheckout } from "../plan"
import type { CheckoutInput } from "../types"

export const planCheckoutStepId = "plan-checkout"

/** Refuses what cannot become an order before anything is written. */
export const planCheckoutStep = createStep(
  planCheckoutStepId,
  async (input: CheckoutInput, { container }) =>
    new StepResponse(await decideCheckout(container, input))
)
