import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import type { AwaitedRow } from "../../../modules/mobile-money/ledger/rows"
import { MobileMoneyEvents } from "../events"
import { mobileMoney } from "./resolve"

const ATTEMPT = /^patt_/

/** Not by a card, or by cash at the door. */
export const isSettledByAttempt = ({
  settled_by,
}: {
  settled_by: string | null
}) => ATTEMPT.test(settled_by ?? "")

const message = (
  awaited: AwaitedRow
): { name: string; data: Record<string, unknown> } =>
  awaited.state === "paid"
    ? {
        name: MobileMoneyEvents.SETTLED,
        data: {
          id: awaited.order_id,
          method: awaited.driver,
          attempt_id: isSettledByAttempt(awaited) ? awaited.settled_by : null,
        },
      }
    : { name: MobileMoneyEvents.EXPIRED, data: { id: awaited.order_id } }

/**
 * Tells how a wait ended. The row remembers that it was told, so a process
 * that dies before leaves it to the next; at least once, seldom twice.
 */
export async function announceEnds(container: MedusaContainer, id?: string) {
  const ledger = mobileMoney(container)
  const ended = await ledger.claimUnannounced(50, id)
  for (const awaited of ended) {
    await container.resolve(Modules.EVENT_BUS).emit(message(awaited))
    await ledger.markAnnounced(awaited.id)
  }
  return ended.length
}
