import {
  createHook,
  createWorkflow,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { MobileMoneyEvents } from "../events"
import { askPhoneStep } from "../steps/ask-phone"
import {
  openAttemptStep,
  type OpenAttemptStepInput,
} from "../steps/open-attempt"

export const askPhoneWorkflowId = "ask-phone"

/**
 * Asks a phone for the money of an order that waits for it: the attempt is
 * written first, then the provider hears of it.
 *
 * Guarantees: two calls at once ask one phone once; a lost answer asks nobody
 * a second time before the provider's limit is over.
 *
 * Not guaranteed: that the phone rings. `unknown` says so.
 */
export const askPhoneWorkflow = createWorkflow(
  askPhoneWorkflowId,
  (input: OpenAttemptStepInput) => {
    const validate = createHook("validate", { input })
    const opened = openAttemptStep(input)
    const attempt = askPhoneStep(
      transform({ input, opened }, ({ input, opened }) => ({
        order_id: input.order_id,
        ...opened,
      }))
    )
    emitEventStep({
      eventName: MobileMoneyEvents.ASKED,
      data: transform({ input, attempt }, ({ input, attempt }) => ({
        id: attempt.id,
        order_id: input.order_id,
        state: attempt.state,
      })),
    })
    const phoneAsked = createHook("phoneAsked", { input, attempt })
    return new WorkflowResponse(attempt, { hooks: [validate, phoneAsked] })
  }
)
