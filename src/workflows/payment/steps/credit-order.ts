import type { MedusaContainer, PaymentDTO } from "@medusajs/framework/types"
import { MedusaError, Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { killPoint } from "../../../lib/kill-point"
import { providerOf } from "../lib/read-order"
import { recordCaptures } from "../lib/record-captures"

export type CreditOrderStepInput = {
  order_id: string
  payment_collection_id: string
  attempt_id: string
  driver: string
  amount: number
  currency_code: string
  receipt: string | null
}

export const creditOrderStepId = "credit-order"

/**
 * Gives an order its money in core's books: payment, capture, transaction.
 * Each is looked for before it is made, so a run that was killed in between is
 * completed by the next; one caller at a time is the ledger's promise.
 */
export const creditOrderStep = createStep(
  creditOrderStepId,
  async (input: CreditOrderStepInput, { container }) => {
    const payment = await authorize(container, input)
    killPoint("mobile-money: payment authorised")
    const captures = await capture(container, payment)
    killPoint("mobile-money: payment captured")
    await recordCaptures(container, input, captures)
    killPoint("mobile-money: transaction recorded")
    return new StepResponse({ payment_id: payment.id })
  }
)

async function authorize(
  container: MedusaContainer,
  input: CreditOrderStepInput
): Promise<PaymentDTO> {
  const payments = container.resolve(Modules.PAYMENT)
  const provider_id = providerOf(input.driver)
  const sessions = await payments.listPaymentSessions(
    { payment_collection_id: input.payment_collection_id },
    { relations: ["payment"] }
  )
  const session =
    sessions.find((candidate) => candidate.provider_id === provider_id) ??
    // Somebody took the session away while the phone was asking.
    (await payments.createPaymentSession(input.payment_collection_id, {
      provider_id: provider_id ?? "",
      amount: input.amount,
      currency_code: input.currency_code,
      data: {},
    }))
  const payment = await payments.authorizePaymentSession(session.id, {
    settled_by_ledger: {
      attempt_id: input.attempt_id,
      receipt: input.receipt,
    },
  })
  if (!payment) {
    throw new MedusaError(
      MedusaError.Types.UNEXPECTED_STATE,
      `The provider did not take the proof of attempt ${input.attempt_id}.`
    )
  }
  return payment
}

async function capture(container: MedusaContainer, { id }: PaymentDTO) {
  const payments = container.resolve(Modules.PAYMENT)
  const { captures } = await payments.retrievePayment(id, {
    relations: ["captures"],
  })
  return captures?.length
    ? captures
    : ((await payments.capturePayment({ payment_id: id })).captures ?? [])
}
