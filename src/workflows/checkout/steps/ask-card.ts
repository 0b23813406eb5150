import type { IPaymentModuleService } from "@medusajs/framework/types"
import {
  MedusaError,
  Modules,
  PaymentSessionStatus,
} from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { PaymentKind } from "../../../markets"

export const askCardStepId = "ask-card"

type AskCardInput = {
  kind: PaymentKind
  free: boolean
  /** The session of an earlier call; a new one cannot be confirmed yet. */
  session_id: string | null
}

/** A card that was declined may be tried again with the same session. */
async function reopen(payments: IPaymentModuleService, id: string) {
  const session = await payments.retrievePaymentSession(id)
  if (session.status === PaymentSessionStatus.ERROR) {
    const { amount, currency_code, data = {} } = session
    const status = PaymentSessionStatus.PENDING
    await payments.updatePaymentSession({
      id,
      amount,
      currency_code,
      data,
      status,
    })
  }
}

/**
 * Whether the order may be placed. For a card it may not before the bank has
 * agreed; asking is also what authorises the session, which completing the
 * cart then finds done. Everything else is paid after the order.
 */
export const askCardStep = createStep(
  askCardStepId,
  async ({ kind, free, session_id }: AskCardInput, { container }) => {
    if (kind !== "card" || free) {
      return new StepResponse(true, null)
    }
    if (!session_id) {
      return new StepResponse(false, null)
    }
    const payments = container.resolve(Modules.PAYMENT)
    try {
      const payment = await payments.authorizePaymentSession(session_id, {})
      return new StepResponse(Boolean(payment), payment?.id ?? null)
    } catch (error) {
      if (!MedusaError.isMedusaError(error)) {
        throw error
      }
      await reopen(payments, session_id)
      return new StepResponse(false, null)
    }
  },
  async (payment_id, { container }) => {
    if (payment_id) {
      await container.resolve(Modules.PAYMENT).cancelPayment(payment_id)
    }
  }
)
