import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { killPoint } from "../../../lib/kill-point"
import { announceEnds } from "../lib/announce"
import { tryClose } from "../lib/close-ends"
import { mobileMoney } from "../lib/resolve"

export type FinishSettlementStepInput = {
  awaited_id: string
  attempt_id: string
  actor: string
}

export const finishSettlementStepId = "finish-settlement"

/** The order has its money: the ledger says so, and everybody is told. */
export const finishSettlementStep = createStep(
  finishSettlementStepId,
  async (input: FinishSettlementStepInput, { container }) => {
    await mobileMoney(container).markPaid({
      id: input.awaited_id,
      attempt_id: input.attempt_id,
      actor: input.actor,
    })
    killPoint("mobile-money: settled")
    await announceEnds(container, input.awaited_id)
    await tryClose(container, input.awaited_id)
    return new StepResponse(undefined)
  }
)
