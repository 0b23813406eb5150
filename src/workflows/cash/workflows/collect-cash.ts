import {
  createHook,
  createWorkflow,
  transform,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import {
  acquireLockStep,
  capturePaymentWorkflow,
  emitEventStep,
  releaseLockStep,
} from "@medusajs/medusa/core-flows"
import type { CollectInput } from "../../../modules/order-desk/types"
import { paymentLease } from "../../payment"
import { authorizeCashStep } from "../steps/authorize-cash"
import { collectCashStep } from "../steps/collect-cash"
import { findCashToCollectStep } from "../steps/find-cash-to-collect"
import { openCashCollectionStep } from "../steps/open-cash-collection"
import { endWaitStep, takeWaitStep } from "../steps/take-wait"

/** Told with `{ id }` of the order when the driver has brought the money. */
export const CASH_COLLECTED = "order.cash_collected"

/**
 * The driver has brought the money. The row moves first, so it cannot be
 * brought twice; then core authorises and captures the payment with what was
 * due, and the order shows as paid. Short or over is the driver's affair and
 * stands in the row: the shopper owes nothing any more. An order that could
 * also be paid by phone or card is taken from those before.
 *
 * @property hooks.validate - Runs before anything is written. There is no hook
 * after it: money that has come is not taken back because of an error.
 */
export const collectCashWorkflow = createWorkflow(
  "collect-cash",
  (input: WorkflowData<CollectInput>) => {
    const key = transform({ input }, (it) => paymentLease(it.input.order_id))
    acquireLockStep({ key, timeout: 5, ttl: 60 })
    const validate = createHook("validate", { input })
    openCashCollectionStep({ order_id: input.order_id, limited: false })
    const { session_id, resumes } = findCashToCollectStep({
      order_id: input.order_id,
      amount: input.amount,
    })
    const taken = takeWaitStep({ order_id: input.order_id, session_id })
    collectCashStep(
      transform({ input, resumes }, (it) => ({
        ...it.input,
        resumes: it.resumes,
      }))
    )
    const { payment_id } = authorizeCashStep({ session_id })
    capturePaymentWorkflow.runAsStep({
      input: { payment_id, captured_by: input.by },
    })
    endWaitStep(taken)
    emitEventStep({ eventName: CASH_COLLECTED, data: { id: input.order_id } })
    releaseLockStep({ key })
    return new WorkflowResponse(input.order_id, { hooks: [validate] })
  }
)
