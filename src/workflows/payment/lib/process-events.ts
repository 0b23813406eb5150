import type { MedusaContainer } from "@medusajs/framework/types"
import { killPoint } from "../../../lib/kill-point"
import type { EventRow } from "../../../modules/mobile-money/ledger/rows"
import type { Handled } from "./handled"
import { handleEvent } from "./read-event"
import { mobileMoney } from "./resolve"

/** Works on stored messages, each by one worker at a time. */
export async function processEvents(
  container: MedusaContainer,
  limit: number,
  id?: string
) {
  const events = await mobileMoney(container).claimEvents(limit, id)
  for (const event of events) {
    await processEvent(container, event)
  }
  return { done: events.length }
}

/** Works on one message right after it was stored. */
export const processProviderEvent = (container: MedusaContainer, id: string) =>
  processEvents(container, 1, id)

async function processEvent(container: MedusaContainer, event: EventRow) {
  const ledger = mobileMoney(container)
  const handled = await handleEvent(container, event).catch(
    (error: unknown): Handled => ({
      later: error instanceof Error ? error.message : String(error),
    })
  )
  killPoint("mobile-money: event handled")
  if ("done" in handled) {
    await ledger.finishEvent(event.id, handled.done)
  } else if ("later" in handled) {
    await ledger.postponeEvent(event, handled.later)
  } else {
    await ledger.parkEvent(event, handled.park)
  }
}
