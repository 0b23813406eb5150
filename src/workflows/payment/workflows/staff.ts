import {
  createHook,
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import {
  type AskPhoneOfOrder,
  checkOrder,
  type MatchReceipt,
  matchReceipt,
  phoneFor,
  type RegisterAddresses,
  registerAddresses,
  type ResolveDifference,
  resolveDifference,
  retryMessage,
  type ReturnOrderMoney,
  returnOrderMoney,
} from "../lib/staff-actions"

import { askPhoneWorkflow } from "./ask-phone"

const phoneForStep = createStep(
  "phone-for",
  async (input: AskPhoneOfOrder, { container }) =>
    new StepResponse(await phoneFor(container, input))
)

/**
 * Asks for an order's money again, on the same phone or another. The same
 * guarantees hold as for `ask-phone`.
 */
export const askPhoneOfOrderWorkflow = createWorkflow(
  "ask-phone-of-order",
  (input: AskPhoneOfOrder) => {
    const phone = phoneForStep(input)
    const attempt = askPhoneWorkflow.runAsStep({
      input: transform({ input, phone }, ({ input, phone }) => ({
        order_id: input.order_id,
        started_by: input.started_by,
        phone,
      })),
    })
    return new WorkflowResponse(attempt)
  }
)

const resolveDifferenceStep = createStep(
  "resolve-difference",
  async (input: ResolveDifference, { container }) =>
    new StepResponse(await resolveDifference(container, input))
)

/** Closes a difference with the words of the member of staff who looked. */
export const resolveDifferenceWorkflow = createWorkflow(
  "resolve-difference",
  (input: ResolveDifference) =>
    new WorkflowResponse(resolveDifferenceStep(input))
)

const retryMessageStep = createStep(
  "retry-message",
  async (input: { id: string }, { container }) =>
    new StepResponse(await retryMessage(container, input))
)

/** Tries a parked message again. */
export const retryMessageWorkflow = createWorkflow(
  "retry-message",
  (input: { id: string }) => new WorkflowResponse(retryMessageStep(input))
)

const checkOrderPaymentStep = createStep(
  "check-order-payment",
  async (input: { order_id: string; actor: string }, { container }) =>
    new StepResponse(await checkOrder(container, input))
)

/** Asks the provider now, instead of when it is due. Safe to repeat. */
export const checkOrderPaymentWorkflow = createWorkflow(
  "check-order-payment",
  (input: { order_id: string; actor: string }) =>
    new WorkflowResponse(checkOrderPaymentStep(input))
)

const matchReceiptStep = createStep(
  "match-receipt",
  async (input: MatchReceipt, { container }) =>
    new StepResponse(await matchReceipt(container, input))
)

/** Takes a receipt number staff were shown, if the provider confirms it. */
export const matchReceiptWorkflow = createWorkflow(
  "match-receipt",
  (input: MatchReceipt) => new WorkflowResponse(matchReceiptStep(input))
)

const returnOrderMoneyStep = createStep(
  "return-order-money",
  async (input: ReturnOrderMoney, { container }) =>
    new StepResponse(await returnOrderMoney(container, input))
)

/**
 * Gives an order's money back. What was asked of a provider is not taken back
 * when something fails later: the request stands in the ledger, and its end is
 * told by the provider.
 */
export const returnOrderMoneyWorkflow = createWorkflow(
  "return-order-money",
  (input: ReturnOrderMoney) => {
    const validate = createHook("validate", { input })
    const returned = returnOrderMoneyStep(input)
    const moneyReturned = createHook("moneyReturned", { returned })
    return new WorkflowResponse(returned, { hooks: [validate, moneyReturned] })
  }
)

const registerAddressesStep = createStep(
  "register-addresses",
  async (input: RegisterAddresses, { container }) =>
    new StepResponse(await registerAddresses(container, input))
)

/** Once when a shop goes live; a second time changes nothing. */
export const registerAddressesWorkflow = createWorkflow(
  "register-addresses",
  (input: RegisterAddresses) =>
    new WorkflowResponse(registerAddressesStep(input))
)
