import {
  createHook,
  createWorkflow,
  transform,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { OriginalBoxEvents } from "../events"
import {
  dropBoxPricesStep,
  removeOriginalBoxStep,
} from "../steps/remove-original-box"

type RemoveOriginalBoxInput = { product_ids: string[] }

export const removeOriginalBoxWorkflowId = "remove-original-box-offer"

/**
 * Withdraws the offer for good. Orders keep the boxes they have.
 *
 * @property hooks.originalBoxRemoved - Runs with the products that had an
 * offer. An error brings the offers back.
 */
export const removeOriginalBoxWorkflow = createWorkflow(
  removeOriginalBoxWorkflowId,
  ({ product_ids }: WorkflowData<RemoveOriginalBoxInput>) => {
    const removed = removeOriginalBoxStep(product_ids)
    const originalBoxRemoved = createHook("originalBoxRemoved", { removed })
    emitEventStep({
      eventName: OriginalBoxEvents.CHANGED,
      data: transform({ removed }, (it) =>
        it.removed.map(({ product_id }) => ({ product_id }))
      ),
    })
    dropBoxPricesStep(removed)
    return new WorkflowResponse(removed, { hooks: [originalBoxRemoved] })
  }
)
