import { MedusaError, Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { CashContext } from "../../../providers/payment-cash/service"

export const authorizeCashStepId = "authorize-cash"

const collected: CashContext = { cash_collected: true }

/**
 * Makes the core payment of cash that has come. Core's own step would cancel
 * it when the capture fails, and a cancelled payment is never captured; this
 * one leaves it for the next attempt, which finds it made.
 */
export const authorizeCashStep = createStep(
  authorizeCashStepId,
  async ({ session_id }: { session_id: string }, { container }) => {
    const payment = await container
      .resolve(Modules.PAYMENT)
      .authorizePaymentSession(session_id, { ...collected })
    if (!payment) {
      throw new MedusaError(
        MedusaError.Types.UNEXPECTED_STATE,
        `Session ${session_id} was not authorised although its cash has come.`
      )
    }
    return new StepResponse({ payment_id: payment.id })
  }
)
