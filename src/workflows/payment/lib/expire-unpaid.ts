import type { MedusaContainer } from "@medusajs/framework/types"
import { killPoint } from "../../../lib/kill-point"
import type {
  AttemptRow,
  AwaitedRow,
} from "../../../modules/mobile-money/ledger/rows"
import { close } from "./close-ends"
import { each } from "./each"
import { findOut } from "./find-out"
import { patience } from "./patience"
import { mobileMoney } from "./resolve"
import { cardSessionsOf, settleHeldCard } from "./settle-session"

const ACTOR = "job"

/**
 * Ends waits whose time is over: the providers are asked a last time, then the
 * order is cancelled and gives its stock back. Money decides under the row's
 * compare-and-set, so an order is paid or expired, never both.
 */
export async function expireUnpaid(container: MedusaContainer, limit: number) {
  const ledger = mobileMoney(container)
  const overdue = await ledger.claimOverdue(limit)
  const ended = await each(container, overdue, (awaited) =>
    expire(container, awaited)
  )
  const unclosed = await ledger.claimUnclosed(limit)
  await each(container, unclosed, (awaited) => close(container, awaited))
  return ended
}

const ageOf = ({ created_at }: AttemptRow) =>
  (Date.now() - new Date(created_at).getTime()) / 1000

async function expire(container: MedusaContainer, awaited: AwaitedRow) {
  const ledger = mobileMoney(container)
  for (const attempt of await ledger.openAttemptsOf(awaited.id)) {
    const found = await findOut(container, attempt, {
      actor: ACTOR,
      source: "query",
    })
    const mayAnswer = ["pending", "unknown", "busy"].includes(found)
    if (mayAnswer && ageOf(attempt) < patience.unanswered + patience.grace) {
      return ledger.prolong(awaited.id, patience.grace)
    }
  }
  for (const session of await cardSessionsOf(container, awaited)) {
    await settleHeldCard(container, awaited, session, ACTOR)
  }
  killPoint("mobile-money: last question asked")
  const end = { state: "expired", actor: ACTOR } as const
  if (await ledger.endWait(awaited.id, end)) {
    killPoint("mobile-money: wait ended")
    await close(container, { ...awaited, ...end })
  }
}
