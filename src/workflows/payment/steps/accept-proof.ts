import type { MedusaContainer } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { killPoint } from "../../../lib/kill-point"
import type { Proof } from "../../../modules/mobile-money/ledger/proofs"
import { mobileMoney } from "../lib/resolve"
import { stopWaiting } from "../lib/stop-waiting"

/** A cancelled order takes no money, whether or not its event came through. */
async function stopWaitingIfCancelled(
  container: MedusaContainer,
  { attempt_id, actor }: Proof
) {
  const { awaited } = await mobileMoney(container).retrievePaymentAttempt(
    attempt_id,
    { relations: ["awaited"] }
  )
  if (awaited.state === "waiting") {
    await stopWaiting(container, { order_id: awaited.order_id, actor })
  }
}

export const acceptProofStepId = "accept-payment-proof"

/**
 * Decides under row locks what a proof of payment means for its order. It is
 * never taken back: the money is there, whatever fails afterwards, and the
 * next run goes on from here.
 */
export const acceptProofStep = createStep(
  acceptProofStepId,
  async (proof: Proof, { container }) => {
    await stopWaitingIfCancelled(container, proof)
    const { verdict, attempt, awaited } =
      await mobileMoney(container).acceptProof(proof)
    killPoint("mobile-money: proof accepted")
    return new StepResponse({
      verdict,
      attempt_id: attempt.id,
      awaited_id: awaited.id,
      order_id: awaited.order_id,
      payment_collection_id: awaited.payment_collection_id,
      driver: attempt.driver,
      amount: Number(attempt.amount),
      currency_code: attempt.currency_code,
      receipt: proof.receipt ?? attempt.receipt,
    })
  }
)
