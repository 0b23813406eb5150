import {
  createWorkflow,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import {
  expectPaymentStep,
  type ExpectPaymentStepInput,
} from "../steps/expect-payment"

export const expectPaymentWorkflowId = "expect-payment"

/**
 * Begins to wait for the money of an order that was placed with mobile money.
 *
 * Safe to run twice and at the same time: one row for an order. It asks
 * nobody anything.
 */
export const expectPaymentWorkflow = createWorkflow(
  expectPaymentWorkflowId,
  (input: ExpectPaymentStepInput) =>
    new WorkflowResponse(expectPaymentStep(input))
)
