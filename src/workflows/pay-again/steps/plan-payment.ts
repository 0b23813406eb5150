import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { planPayment } from "../lib/plan"
import type { PayOrderInput } from "../lib/types"

export const planPaymentStepId = "plan-payment"

/** Refuses what cannot be paid like this before anything is written. */
export const planPaymentStep = createStep(
  planPaymentStepId,
  async (input: PayOrderInput, { container }) =>
    new StepResponse(await planPayment(container, input))
)
