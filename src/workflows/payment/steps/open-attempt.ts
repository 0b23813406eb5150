import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { killPoint } from "../../../lib/kill-point"
import type { Opened } from "../../../modules/mobile-money/ledger/attempts"
import { patience } from "../lib/patience"
import { mobileMoney } from "../lib/resolve"
import { hashToken, newToken } from "../lib/tokens"

export type OpenAttemptStepInput = {
  order_id: string
  phone: string
  /** `shopper`, `job`, or the id of the member of staff. */
  started_by: string
}

export const openAttemptStepId = "open-payment-attempt"

const refusal = (opened: Exclude<Opened, { opened: unknown }>) => {
  const refuse = (code: string, message: string) =>
    new MedusaError(MedusaError.Types.NOT_ALLOWED, message, code)
  switch (opened.refused) {
    case "prompt_open":
      return refuse(
        "prompt_open",
        `The phone may still be asking. Answer it there, or try again in ${opened.seconds} seconds.`
      )
    case "cool_down":
      return refuse("too_soon", `Try again in ${opened.seconds} seconds.`)
    case "too_many_attempts":
      return refuse(
        "too_many_attempts",
        "This order was asked for too often. Choose another payment method, or order again."
      )
    case "other_method":
      return refuse(
        "other_payment_method",
        `This order is to be paid with ${opened.method} now.`
      )
    case "not_waiting":
      return refuse(
        "not_waiting_for_payment",
        `This order does not wait for a payment: it is ${opened.state}.`
      )
  }
}

/**
 * Writes a question to a phone down, before it is asked. A question that is
 * written stays: nobody can tell whether the provider heard of it.
 */
export const openAttemptStep = createStep(
  openAttemptStepId,
  async (
    { order_id, phone, started_by }: OpenAttemptStepInput,
    { container }
  ) => {
    const token = newToken()
    const opened = await mobileMoney(container).openAttempt({
      order_id,
      phone,
      started_by,
      token_hash: hashToken(token),
      patience: patience.unanswered,
      cool_down: patience.coolDown,
      most: patience.most,
    })
    if ("refused" in opened) {
      throw refusal(opened)
    }
    killPoint("mobile-money: attempt written")
    return new StepResponse({ attempt: opened.opened, token })
  }
)
