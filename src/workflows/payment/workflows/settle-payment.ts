import {
  createHook,
  createWorkflow,
  transform,
  when,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import type { Proof } from "../../../modules/mobile-money/ledger/proofs"
import { acceptProofStep } from "../steps/accept-proof"
import { creditOrderStep } from "../steps/credit-order"
import { finishSettlementStep } from "../steps/finish-settlement"

export const settlePaymentWorkflowId = "settle-payment"

/**
 * The one way in which money becomes an order's. Callback, status query,
 * reconciliation and the staff's receipt tool all end here, each after the
 * provider itself confirmed the payment.
 *
 * Guarantees: one settlement for an order, however many proofs come and in
 * whatever order; a run killed anywhere is completed by the next one; money
 * the order cannot take is on its way back when this returns.
 *
 * Not guaranteed: that the caller asked the provider. Nobody else may call it.
 */
export const settlePaymentWorkflow = createWorkflow(
  settlePaymentWorkflowId,
  (input: Proof) => {
    const accepted = acceptProofStep(input)
    when(
      "proof-is-for-order",
      accepted,
      ({ verdict }) => verdict === "settle"
    ).then(() => {
      creditOrderStep(accepted)
      finishSettlementStep(
        transform({ input, accepted }, ({ input, accepted }) => ({
          awaited_id: accepted.awaited_id,
          attempt_id: accepted.attempt_id,
          actor: input.actor,
        }))
      )
    })
    const paymentSettled = createHook("paymentSettled", { accepted })
    return new WorkflowResponse(accepted, { hooks: [paymentSettled] })
  }
)
