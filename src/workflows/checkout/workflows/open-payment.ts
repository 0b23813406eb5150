import {
  createWorkflow,
  transform,
  when,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import {
  createPaymentCollectionForCartWorkflow,
  createPaymentSessionsWorkflow,
} from "@medusajs/medusa/core-flows"
import { readPayableStep } from "../steps/read-payable"
import type { CheckoutPlan } from "../types"
import { sessionDataOf } from "./core-input"

type OpenPaymentInput = { cart_id: string; plan: CheckoutPlan }

/** A payment session over exactly what the cart costs, unless it is free. */
export const openPaymentWorkflow = createWorkflow(
  "open-payment",
  ({ cart_id, plan }: WorkflowData<OpenPaymentInput>) => {
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
    return new WorkflowResponse(payable)
  }
)
