import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { killPoint } from "../../../lib/kill-point"
import type { AttemptRow } from "../../../modules/mobile-money/ledger/rows"
import { readOrderMoney } from "../lib/read-order"
import { mobileMoney } from "../lib/resolve"

export type AskPhoneStepInput = {
  order_id: string
  attempt: AttemptRow
  token: string
}

export const askPhoneStepId = "ask-phone"

/**
 * Asks the phone once. Whatever the provider says, also nothing, is written
 * down; an unknown outcome is found out later and never asked twice.
 */
export const askPhoneStep = createStep(
  askPhoneStepId,
  async ({ order_id, attempt, token }: AskPhoneStepInput, { container }) => {
    const ledger = mobileMoney(container)
    const driver = await ledger.driver(attempt.driver)
    const { display_id } = await readOrderMoney(container, order_id)
    const outcome = await driver.ask({
      token,
      amount: Number(attempt.amount),
      currency_code: attempt.currency_code,
      phone: attempt.phone,
      reference: String(display_id),
    })
    killPoint("mobile-money: phone asked")
    const noted = await ledger.noteAsked(attempt.id, outcome)
    return new StepResponse(noted)
  }
)
