import type { MedusaContainer } from "@medusajs/framework/types"
import { cancelOrderWorkflow } from "@medusajs/medusa/core-flows"
import { killPoint } from "../../../lib/kill-point"
import type {
  AttemptRow,
  AwaitedRow,
} from "../../../modules/mobile-money/ledger/rows"
import { announceEnds } from "./announce"
import { each } from "./each"
import { findOut } from "./find-out"
import { patience } from "./patience"
import { readOrderMoney } from "./read-order"
import { mobileMoney } from "./resolve"

const ACTOR = "job"

/**
 * Ends waits whose time is over: the provider is asked a last time, then the
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
  killPoint("mobile-money: last question asked")
  if (await ledger.endWait(awaited.id, { state: "expired", actor: ACTOR })) {
    killPoint("mobile-money: wait ended")
    await close(container, awaited)
  }
}

/** Safe to run again after a crash in the middle. */
async function close(container: MedusaContainer, awaited: AwaitedRow) {
  const ledger = mobileMoney(container)
  const order = await readOrderMoney(container, awaited.order_id)
  if (order.status !== "canceled") {
    await cancelOrderWorkflow(container).run({
      input: { order_id: order.id, no_notification: true },
    })
  }
  killPoint("mobile-money: order cancelled")
  await ledger.markClosed(awaited.id)
  await announceEnds(container, awaited.id)
}
