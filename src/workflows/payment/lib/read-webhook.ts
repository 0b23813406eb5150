import type {
  MedusaContainer,
  WebhookActionResult,
} from "@medusajs/framework/types"
import { PaymentActions } from "@medusajs/framework/utils"
import { processPaymentWorkflow } from "@medusajs/medusa/core-flows"
import type { EventRow } from "../../../modules/mobile-money/ledger/rows"
import type { Handled } from "./handled"

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
  await processPaymentWorkflow(container).run({ input: result })
  return { done: result.action }
}
