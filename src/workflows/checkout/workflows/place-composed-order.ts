import {
  createWorkflow,
  transform,
  when,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import {
  addShippingMethodToCartWorkflow,
  completeCartWorkflow,
  createCartWorkflow,
  createPaymentCollectionForCartWorkflow,
  createPaymentSessionsWorkflow,
  listShippingOptionsForCartWithPricingWorkflow,
  transferCartCustomerWorkflow,
  updateCartWorkflow,
} from "@medusajs/medusa/core-flows"
import { askCardStep } from "../steps/ask-card"
import { chooseShippingStep } from "../steps/choose-shipping"
import { dropAddressesStep, keepCartStep } from "../steps/keep-cart"
import { readPayableStep } from "../steps/read-payable"
import { rememberCartStep } from "../steps/remember-cart"
import type { CheckoutPlan } from "../types"
import { cartChangesOf, newCartOf, sessionDataOf } from "./core-input"

export const placeComposedOrderWorkflowId = "place-composed-order"

/**
 * The order writer that always works: what a storefront would do in eight
 * calls, one after the other, with core's own workflows. Every hook, promotion
 * and provider takes part, and each part takes itself back when a later one
 * fails.
 */
export const placeComposedOrderWorkflow = createWorkflow(
  placeComposedOrderWorkflowId,
  (plan: WorkflowData<CheckoutPlan>) => {
    keepCartStep({ cart_id: plan.cart_id })
    const made = when(
      "lines-were-sent",
      { plan },
      (it) => !it.plan.cart_id
    ).then(() =>
      createCartWorkflow.runAsStep({
        input: transform({ plan }, (it) => newCartOf(it.plan)),
      })
    )
    const cart_id = transform({ plan, made }, (it): string =>
      String(it.plan.cart_id ?? it.made?.id)
    )
    dropAddressesStep({
      made: transform({ made }, (it) => it.made?.id ?? null),
    })
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

    const offered = listShippingOptionsForCartWithPricingWorkflow.runAsStep({
      input: { cart_id, is_return: false },
    })
    const options = chooseShippingStep({
      cart_id,
      offered,
      wanted: plan.shipping_option_id,
    })
    when(
      "shipping-is-missing",
      { options },
      (it) => it.options.length > 0
    ).then(() => {
      addShippingMethodToCartWorkflow.runAsStep({
        input: { cart_id, options },
      })
    })

    const payable = readPayableStep({ cart_id, plan })
    const collection = when(
      "collection-is-missing",
      { payable },
      (it) => !it.payable.free && !it.payable.collection_id
    ).then(() =>
      createPaymentCollectionForCartWorkflow.runAsStep({ input: { cart_id } })
    )
    when(
      "session-is-missing",
      { payable },
      (it) => !it.payable.free && !it.payable.session_id
    ).then(() => {
      createPaymentSessionsWorkflow.runAsStep({
        input: transform({ plan, payable, collection }, (it) => ({
          payment_collection_id: String(
            it.payable.collection_id ?? it.collection?.id
          ),
          provider_id: it.plan.payment.provider_id,
          customer_id: it.plan.customer_id ?? undefined,
          data: sessionDataOf(it.plan.payment),
        })),
      })
    })

    const ready = askCardStep({
      kind: plan.payment.kind,
      free: payable.free,
      session_id: payable.session_id,
    })
    const order = when("order-may-be-placed", { ready }, (it) => it.ready).then(
      () => completeCartWorkflow.runAsStep({ input: { id: cart_id } })
    )
    return new WorkflowResponse(
      transform({ cart_id, order }, (it) => ({
        cart_id: it.cart_id,
        order_id: it.order?.id ?? null,
      }))
    )
  }
)
