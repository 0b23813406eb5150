import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import {
  type AttemptRow,
  askedAttempt,
} from "../../../modules/mobile-money/ledger/rows"
import type { Failed } from "../../../modules/mobile-money/driver"
import type { Proof } from "../../../modules/mobile-money/ledger/proofs"
import { MobileMoneyEvents } from "../events"
import { settlePaymentWorkflow } from "../workflows/settle-payment"
import { patience } from "./patience"
import { mobileMoney } from "./resolve"
import { sendReturns } from "./return-money"

/** What the provider itself says of an attempt, and what became of it here. */
export type Found =
  "settled" | "surplus" | "mismatch" | "busy" | "failed" | "pending" | "unknown"

const outcome = (verdict: string): Found =>
  verdict === "settle" ? "settled" : (verdict as Found)

/** Returns that are due by the way; the job sends what is left. */
const SURPLUS = 5

/** Hands a proof to the settle path; what it cannot use goes back at once. */
export async function settle(container: MedusaContainer, proof: Proof) {
  const { result } = await settlePaymentWorkflow(container).run({
    input: proof,
  })
  if (result.verdict === "surplus") {
    await sendReturns(container, SURPLUS)
  }
  return outcome(result.verdict)
}

/** Notes that a phone did not pay, and tells it once. */
export async function fail(
  container: MedusaContainer,
  attempt: AttemptRow,
  failed: Failed,
  actor: string
) {
  const ledger = mobileMoney(container)
  const first = await ledger.markFailed({
    attempt_id: attempt.id,
    reason: failed.reason,
    code: failed.code,
    actor,
    recheck: failed.doubtful ? patience.doubt : undefined,
  })
  if (first) {
    await container.resolve(Modules.EVENT_BUS).emit({
      name: MobileMoneyEvents.FAILED,
      data: { id: attempt.id, reason: failed.reason },
    })
  }
}

type Hint = Pick<Proof, "receipt" | "amount" | "currency_code">

/**
 * Asks the provider about an attempt and acts on the answer. A hint is what a
 * message claimed; it counts only when the provider confirms the payment.
 */
export async function findOut(
  container: MedusaContainer,
  attempt: AttemptRow,
  {
    hint = {},
    ...from
  }: { hint?: Hint; actor: string; source: Proof["source"] }
): Promise<Found> {
  const ledger = mobileMoney(container)
  const driver = await ledger.driver(attempt.driver)
  const answer = await driver.confirm(askedAttempt(attempt))
  switch (answer.state) {
    case "paid":
      return settle(container, {
        attempt_id: attempt.id,
        receipt: answer.receipt ?? hint.receipt,
        amount: answer.amount ?? hint.amount,
        currency_code: hint.currency_code,
        ...from,
      })
    case "failed":
      if (!hint.receipt) {
        await fail(container, attempt, answer, from.actor)
      }
      return "failed"
    case "pending":
      return "pending"
    case "unknown":
      return "unknown"
  }
}
