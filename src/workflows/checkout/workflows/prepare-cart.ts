import {
  createWorkflow,
  transform,
  when,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import {
  createCartWorkflow,
  transferCartCustomerWorkflow,
  updateCartWorkflow,
} from "@medusajs/medusa/core-flows"
import { dropAddressesStep } from "../steps/keep-cart"
import { rememberCartStep } from "../steps/remember-cart"
import type { CheckoutPlan } from "../types"
import { cartChangesOf, newCartOf } from "./core-input"

/** A cart as the plan wants it: made from lines, or the one that was sent. */
export const prepareCartWorkflow = createWorkflow(
  "prepare-cart",
  (plan: WorkflowData<CheckoutPlan>) => {
    const made = when(
      "lines-were-sent",
      { plan },
      (it) => !it.plan.cart_id
    ).then(() =>
      createCartWorkflow.runAsStep({
        input: transform({ plan }, (it) => newCartOf(it.plan)),
      })
    )
    const made_id = transform({ made }, (it) => it.made?.id ?? null)
    const cart_id = transform({ plan, made_id }, (it): string =>
      String(it.plan.cart_id ?? it.made_id)
    )
    dropAddressesStep({ made: made_id })
    rememberCartStep({ attempt: plan.attempt, cart_id })
    when("cart-is-claimed", { plan }, (it) => !!it.plan.claimed_by).then(() => {
      transferCartCustomerWorkflow.runAsStep({
        input: transform({ plan }, (it) => ({
          id: String(it.plan.cart_id),
          customer_id: String(it.plan.claimed_by),
        })),
      })
    })
    when("cart-was-sent", { plan }, (it) => !!it.plan.cart_id).then(() => {
      updateCartWorkflow.runAsStep({
        input: transform({ plan }, (it) => cartChangesOf(it.plan)),
      })
    })
    return new WorkflowResponse(cart_id)
  }
)
