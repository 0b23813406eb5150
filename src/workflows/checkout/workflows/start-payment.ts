import {
  createStep,
  createWorkflow,
  StepResponse,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { paymentPort } from "../payment-port"

type StartPaymentInput = { order_id: string; phone: string | null }

export const startPaymentStepId = "ask-for-payment"

const startPaymentStep = createStep(
  startPaymentStepId,
  async (input: StartPaymentInput, { container }) => {
    await paymentPort.start(container, input)
    return new StepResponse(undefined)
  }
)

/** Asks for the money of an order that is committed. It takes nothing back. */
export const startCheckoutPaymentWorkflow = createWorkflow(
  "start-checkout-payment",
  (input: WorkflowData<StartPaymentInput>) =>
    new WorkflowResponse(startPaymentStep(input))
)
