import {
  createWorkflow,
  transform,
  when,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import {
  acquireLockStep,
  completeCartWorkflow,
  releaseLockStep,
} from "@medusajs/medusa/core-flows"
import { askCardStep } from "../steps/ask-card"
import type { CheckoutPlan } from "../types"
import { openPaymentWorkflow } from "./open-payment"
import { prepareCartWorkflow } from "./prepare-cart"
import { shipCartWorkflow } from "./ship-cart"

export const placeComposedOrderWorkflowId = "place-composed-order"

/**
 * The order writer that always works: what a storefront would do in eight
 * calls, one after the other, with core's own workflows. Every hook, promotion
 * and provider takes part, and each part takes itself back when a later one
 * fails.
 *
 * Nothing but the last step is conditional, and that is not for looks: a step
 * before a skipped one is compensated at once, without waiting for those that
 * came after. What is conditional is inside the parts.
 */
export const placeComposedOrderWorkflow = createWorkflow(
  placeComposedOrderWorkflowId,
  (plan: WorkflowData<CheckoutPlan>) => {
    const cart_id = prepareCartWorkflow.runAsStep({ input: plan })
    shipCartWorkflow.runAsStep({
      input: {
        cart_id,
        wanted: plan.shipping_option_id,
        codes: plan.sent_codes,
      },
    })
    const payable = openPaymentWorkflow.runAsStep({ input: { cart_id, plan } })
    const ready = askCardStep({
      kind: plan.payment.kind,
      free: payable.free,
      session_id: payable.session_id,
    })
    // Nested, core's completion does not take the cart's lease by itself.
    acquireLockStep({ key: cart_id, timeout: 30, ttl: 120 })
    const order = when("order-may-be-placed", { ready }, (it) => it.ready).then(
      () => completeCartWorkflow.runAsStep({ input: { id: cart_id } })
    )
    releaseLockStep({ key: cart_id })
    return new WorkflowResponse(
      transform({ cart_id, order }, (it) => ({
        cart_id: it.cart_id,
        order_id: it.order?.id ?? null,
      }))
    )
  }
)
