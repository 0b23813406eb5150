import {
  createHook,
  createWorkflow,
  transform,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import {
  acquireLockStep,
  emitEventStep,
  releaseLockStep,
} from "@medusajs/medusa/core-flows"
import { OriginalBoxEvents } from "../events"
import type { OfferOriginalBoxInput } from "../offer/types"
import { countBoxesStep } from "../steps/count-boxes"
import { planOriginalBoxOfferStep } from "../steps/plan-offer"
import { saveOriginalBoxStep } from "../steps/save-original-box"
import { setBoxPricesStep } from "../steps/set-box-prices"

export const offerOriginalBoxWorkflowId = "offer-original-box"

/**
 * Offers a product with its original box, or changes the offer. Carts that
 * hold the box learn of it when they are next touched, not here.
 *
 * @property hooks.validate - Runs with the plan before anything is written.
 * @property hooks.originalBoxOffered - Runs when the offer is written. An
 * error takes it back.
 */
export const offerOriginalBoxWorkflow = createWorkflow(
  offerOriginalBoxWorkflowId,
  (input: WorkflowData<OfferOriginalBoxInput>) => {
    const key = transform({ input }, (it) => `box:${it.input.product_id}`)
    acquireLockStep({ key, timeout: 5, ttl: 30 })
    const plan = planOriginalBoxOfferStep(input)
    const validate = createHook("validate", { input, plan })
    const price_set_id = setBoxPricesStep(plan)
    const inventory_item_id = countBoxesStep(plan)
    const original_box = saveOriginalBoxStep({
      plan,
      price_set_id,
      inventory_item_id,
    })
    const originalBoxOffered = createHook("originalBoxOffered", {
      original_box,
    })
    emitEventStep({
      eventName: OriginalBoxEvents.CHANGED,
      data: { product_id: input.product_id },
    })
    releaseLockStep({ key })
    return new WorkflowResponse(original_box, {
      hooks: [validate, originalBoxOffered],
    })
  }
)
