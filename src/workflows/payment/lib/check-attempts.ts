import type { MedusaContainer } from "@medusajs/framework/types"
import type {
  AttemptRow,
  AwaitedRow,
} from "../../../modules/mobile-money/ledger/rows"
import { isSettledByAttempt } from "./announce"
import { each } from "./each"
import { fail, findOut, settle } from "./find-out"
import { mobileMoney } from "./resolve"
import { resumeSession } from "./settle-session"
import { startPayment } from "./start-payment"

const ACTOR = "job"

/** Asks the provider about attempts whose answer is due or never came. */
export async function checkAttempts(container: MedusaContainer, limit: number) {
  const due = await mobileMoney(container).claimChecks(limit)
  return each(container, due, (attempt) => check(container, attempt))
}

async function check(container: MedusaContainer, attempt: AttemptRow) {
  const found = await findOut(container, attempt, {
    actor: ACTOR,
    source: "query",
  })
  // A day of questions: from here on only a proof makes it money again.
  if (
    attempt.next_check_at === null &&
    ["pending", "unknown"].includes(found)
  ) {
    await fail(container, attempt, { reason: "unknown" }, ACTOR)
  }
}

/** Goes on where a process stopped between proof and credited order. */
export async function resumeSettlements(
  container: MedusaContainer,
  limit: number
) {
  const half = await mobileMoney(container).halfSettled(limit)
  return each<AwaitedRow>(container, half, (awaited) =>
    isSettledByAttempt(awaited)
      ? settle(container, {
          attempt_id: awaited.settled_by ?? "",
          actor: ACTOR,
          source: "query",
        })
      : resumeSession(container, awaited, ACTOR)
  )
}

/** Asks phones that were never asked, because a process died before. */
export async function askForgotten(container: MedusaContainer, limit: number) {
  const forgotten = await mobileMoney(container).neverAsked(limit)
  return each(container, forgotten, ({ order_id }) =>
    startPayment(container, { order_id, started_by: ACTOR })
  )
}
