import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { PaymentKind } from "../../../markets"
import { authorizeCard } from "../../payment"

export const askCardStepId = "ask-card"

type AskCardInput = {
  kind: PaymentKind
  free: boolean
  /** The session of an earlier call; a new one cannot be confirmed yet. */
  session_id: string | null
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
    const payment = await authorizeCard(container, session_id)
    return new StepResponse(Boolean(payment), payment?.id ?? null)
  },
  async (payment_id, { container }) => {
    if (payment_id) {
      await container.resolve(Modules.PAYMENT).cancelPayment(payment_id)
    }
  }
)
