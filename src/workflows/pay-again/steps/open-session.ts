import type { IPaymentModuleService } from "@medusajs/framework/types"
import {
  MedusaError,
  Modules,
  PaymentSessionStatus,
} from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { killPoint } from "../../../lib/kill-point"
import { changedMeanwhile } from "../lib/refusals"
import type { PayWork } from "../lib/types"

export const openSessionStepId = "open-payment-session"

const USABLE: readonly string[] = [
  PaymentSessionStatus.PENDING,
  PaymentSessionStatus.REQUIRES_MORE,
  PaymentSessionStatus.ERROR,
  PaymentSessionStatus.PENDING_AUTHORIZATION,
]

async function existing(
  payments: IPaymentModuleService,
  { collection_id, payment }: PayWork
) {
  const sessions = await payments.listPaymentSessions({
    payment_collection_id: collection_id,
    provider_id: payment.provider_id,
  })
  return sessions.find(({ status }) => USABLE.includes(status))
}

/** Money that settles an order takes its other sessions away, also a new one. */
const isGone = (error: unknown) =>
  error instanceof MedusaError && error.type === MedusaError.Types.NOT_FOUND

/**
 * A session with the new provider, over what the collection is worth. Core's
 * workflow for it takes the other sessions away at the same moment, and cannot
 * put them back as they were; here they stay until the order has its money.
 */
export const openSessionStep = createStep(
  openSessionStepId,
  async (plan: PayWork, { container }) => {
    const { kind, provider_id } = plan.payment
    const opens = plan.changes || kind === "card"
    if (plan.paid || !opens) {
      return new StepResponse(undefined, null)
    }
    const payments = container.resolve(Modules.PAYMENT)
    if (await existing(payments, plan)) {
      return new StepResponse(undefined, null)
    }
    const { amount, currency_code } = await payments.retrievePaymentCollection(
      plan.collection_id
    )
    const { id } = await payments.createPaymentSession(plan.collection_id, {
      provider_id,
      amount,
      currency_code,
      data: {},
    })
    if (kind !== "card") {
      // As completing a cart leaves it: the money comes after the order.
      await payments.authorizePaymentSession(id, {}).catch((error: unknown) => {
        throw isGone(error) ? changedMeanwhile() : error
      })
    }
    killPoint("payment: session opened")
    return new StepResponse(undefined, id)
  },
  async (id, { container }) => {
    if (id) {
      await container.resolve(Modules.PAYMENT).deletePaymentSession(id)
    }
  }
)
