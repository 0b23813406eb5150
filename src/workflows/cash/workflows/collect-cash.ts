import {
  createHook,
  createWorkflow,
  transform,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import {
  acquireLockStep,
  authorizePaymentSessionStep,
  capturePaymentWorkflow,
  releaseLockStep,
} from "@medusajs/medusa/core-flows"
import type { CollectInput } from "../../../modules/order-desk/types"
import type { CashContext } from "../../../providers/payment-cash/service"
import { collectCashStep } from "../steps/collect-cash"
import { findCashToCollectStep } from "../steps/find-cash-to-collect"
import { openCashCollectionStep } from "../steps/open-cash-collection"

const collected: CashContext = { cash_collected: true }

/**
 * The driver has brought the money. The row moves first, so it cannot be
 * brought twice; then core authorises and captures the payment with what was
 * due, and the order shows as paid. Short or over is the driver's affair and
 * stands in the row: the shopper owes nothing any more.
 *
 * @property hooks.cashCollected - Runs when the money is in the books. An
 * error takes the collection back.
 */
export const collectCashWorkflow = createWorkflow(
  "collect-cash",
  (input: WorkflowData<CollectInput>) => {
    const key = transform({ input }, (it) => `cash:${it.input.order_id}`)
    acquireLockStep({ key, timeout: 5, ttl: 60 })
    openCashCollectionStep({ order_id: input.order_id, limited: false })
    const { session_id, resumes } = findCashToCollectStep({
      order_id: input.order_id,
    })
    collectCashStep(
      transform({ input, resumes }, (it) => ({
        ...it.input,
        resumes: it.resumes,
      }))
    )
    const payment = authorizePaymentSessionStep({
      id: session_id,
      context: collected,
    })
    capturePaymentWorkflow.runAsStep({
      input: transform({ payment, input }, (it) => ({
        payment_id: String(it.payment?.id),
        captured_by: it.input.by,
      })),
    })
    const cashCollected = createHook("cashCollected", {
      order_id: input.order_id,
    })
    releaseLockStep({ key })
    return new WorkflowResponse(input.order_id, { hooks: [cashCollected] })
  }
)
