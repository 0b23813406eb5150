import type {
  MedusaContainer,
  WebhookActionResult,
} from "@medusajs/framework/types"
import { Modules, PaymentActions } from "@medusajs/framework/utils"
import { processPaymentWorkflow } from "@medusajs/medusa/core-flows"
import type { EventRow } from "../../../modules/mobile-money/ledger/rows"
import type { Handled } from "./handled"
import { mobileMoney } from "./resolve"
import { settleCard } from "./settle-session"

/** What core's own subscriber acts on; the rest says nothing new. */
const ACTED_ON: readonly string[] = [
  PaymentActions.AUTHORIZED,
  PaymentActions.SUCCESSFUL,
]

/** A card provider's message, whose signature was checked before it was stored. */
export async function handleWebhook(
  container: MedusaContainer,
  event: EventRow
): Promise<Handled> {
  const result = event.body as WebhookActionResult
  if (!result.data?.session_id || !ACTED_ON.includes(result.action)) {
    return { done: `nothing to do for ${result.action}` }
  }
  const settled = await settlePlacedOrder(container, result.data.session_id)
  if (settled) {
    return settled
  }
  await processPaymentWorkflow(container).run({ input: result })
  return { done: result.action }
}

/**
 * A card of an order that waits for its money is settled as a phone's payment
 * is; core would take it whatever else has paid. Nothing is answered for every
 * other session, and for the card that has paid: core books its capture.
 */
async function settlePlacedOrder(
  container: MedusaContainer,
  session_id: string
): Promise<Handled | undefined> {
  const [session] = await container
    .resolve(Modules.PAYMENT)
    .listPaymentSessions({ id: session_id })
  const [awaited] = session
    ? await mobileMoney(container).listAwaitedPayments({
        payment_collection_id: session.payment_collection_id,
      })
    : []
  if (
    !awaited ||
    (awaited.state === "paid" && awaited.settled_by === session_id)
  ) {
    return undefined
  }
  const found = await settleCard(container, awaited, session, "provider")
  return found === "open" || found === "busy"
    ? { later: `The card is ${found}.` }
    : { done: found }
}
