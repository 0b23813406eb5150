import { completeCartWorkflow } from "@medusajs/medusa/core-flows"
import { type CompletionCart, completionChecks } from "../checks"

/** What core is willing to complete a cart with; it takes the first. */
const PROCESSABLE = new Set([
  "pending",
  "requires_more",
  "authorized",
  "captured",
  "pending_authorization",
])

/**
 * Core's own `/complete`, webhooks and our checkout all come past here. A hook
 * has room for one consumer, so whatever else must be checked joins the list.
 */
completeCartWorkflow.hooks.validate(async (input, { container }) => {
  const cart = input.cart as CompletionCart
  // A repeat of a completion only fetches the order.
  if (cart.completed_at) {
    return
  }
  const session = cart.payment_collection?.payment_sessions?.find(
    ({ status }) => PROCESSABLE.has(status)
  )
  for (const { check } of completionChecks) {
    await check(container, cart, session)
  }
})
