import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { stopWaiting } from "../lib/stop-waiting"

type StopWaitingInput = { order_id: string; actor: string }

export const stopWaitingWorkflowId = "stop-waiting-for-payment"

const stopWaitingStep = createStep(
  "stop-waiting",
  async (input: StopWaitingInput, { container }) =>
    new StepResponse(await stopWaiting(container, input))
)

/** For an order that was cancelled before its money came. Safe to repeat. */
export const stopWaitingWorkflow = createWorkflow(
  stopWaitingWorkflowId,
  (input: StopWaitingInput) => new WorkflowResponse(stopWaitingStep(input))
)
