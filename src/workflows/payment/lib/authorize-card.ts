import type {
  IPaymentModuleService,
  MedusaContainer,
  PaymentDTO,
} from "@medusajs/framework/types"
import {
  MedusaError,
  Modules,
  PaymentSessionStatus,
} from "@medusajs/framework/utils"

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
 * Asks the bank: the payment when the card was confirmed, null while it was
 * not. Two at once for one session make core cancel the card, so the caller
 * works on it alone.
 */
export async function authorizeCard(
  container: MedusaContainer,
  session_id: string
): Promise<PaymentDTO | null> {
  const payments = container.resolve(Modules.PAYMENT)
  try {
    return (await payments.authorizePaymentSession(session_id, {})) ?? null
  } catch (error) {
    if (!MedusaError.isMedusaError(error)) {
      throw error
    }
    await reopen(payments, session_id)
    return null
  }
}
