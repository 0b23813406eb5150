import {
  createHook,
  createWorkflow,
  transform,
  when,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import {
  acquireLockStep,
  emitEventStep,
  releaseLockStep,
} from "@medusajs/medusa/core-flows"
import { openCashCollectionStep } from "../../cash/steps/open-cash-collection"
import {
  askPhoneOfOrderWorkflow,
  expectPaymentWorkflow,
  MobileMoneyEvents,
  paymentLease,
} from "../../payment"
import type { PayOrderInput, PayWork } from "../lib/types"
import { askProvidersStep } from "../steps/ask-providers"
import { chooseMethodStep } from "../steps/choose-method"
import { closeCardsStep } from "../steps/close-cards"
import { openSessionStep } from "../steps/open-session"
import { planPaymentStep } from "../steps/plan-payment"

export const payOrderWorkflowId = "pay-order"

/**
 * Pays an order that is placed and unpaid again: the same phone, another one,
 * or another method. Whoever was asked before is asked a last time first.
 *
 * Guarantees: one method at a time, whoever calls at once; what fails is taken
 * back, except that a phone was asked; money of the method before that comes
 * all the same pays the order, or goes back.
 *
 * Not guaranteed: that a card that was passed over is closed at once. It is
 * when the order has its money, or expires.
 *
 * @property hooks.validate - Runs before anything is written, with the plan;
 * throw a `MedusaError` to refuse it.
 * @property hooks.methodChosen - Runs when the order waits for the method, and
 * before a phone is asked. An error takes the choice back.
 */
export const payOrderWorkflow = createWorkflow(
  payOrderWorkflowId,
  (input: WorkflowData<PayOrderInput>) => {
    const key = transform({ input }, (it) => paymentLease(it.input.order_id))
    acquireLockStep({ key, timeout: 10, ttl: 120 })
    const plan = planPaymentStep(input)
    const validate = createHook("validate", { input, plan })
    const { paid } = askProvidersStep(plan)
    const work = transform({ plan, paid }, (it): PayWork => ({
      ...it.plan,
      changes: it.plan.changes && !it.paid,
      paid: it.paid,
    }))
    expectPaymentWorkflow.runAsStep({
      input: transform({ work }, ({ work: { order_id, changes } }) => ({
        order_id,
        cash_too: changes,
      })),
    })
    openSessionStep(work)
    openCashCollectionStep(
      transform({ work }, ({ work: { order_id, changes, payment } }) => ({
        order_id,
        limited: changes && payment.kind === "cash",
      }))
    )
    chooseMethodStep(work)
    const methodChosen = createHook("methodChosen", { plan: work })
    when(
      "phone-is-to-be-asked",
      { work },
      (it) => it.work.payment.kind === "mobile"
    ).then(() => {
      askPhoneOfOrderWorkflow.runAsStep({
        input: transform({ work }, ({ work: { order_id, payment } }) => ({
          order_id,
          phone: payment.phone ?? undefined,
          started_by: "shopper",
        })),
      })
    })
    emitEventStep({
      eventName: MobileMoneyEvents.METHOD_CHANGED,
      data: transform({ work }, ({ work: { changes, ...it } }) =>
        changes
          ? [{ id: it.order_id, from: it.from, to: it.payment.method }]
          : []
      ),
    })
    closeCardsStep(work)
    releaseLockStep({ key })
    return new WorkflowResponse(work, { hooks: [validate, methodChosen] })
  }
)
