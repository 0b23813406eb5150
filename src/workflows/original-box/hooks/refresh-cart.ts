import { StepResponse } from "@medusajs/framework/workflows-sdk"
import { refreshCartItemsWorkflow } from "@medusajs/medusa/core-flows"
import { undoBoxes } from "../cart/apply"
import { keepCartBoxes } from "../cart/keep"

/**
 * Every change of a cart comes past here: lines added, changed and removed,
 * another region, customer, address or delivery. The cart is locked, and its
 * taxes, promotions and payment come after. The hook is there to add to what
 * prices depend on; nothing is added.
 */
refreshCartItemsWorkflow.hooks.setPricingContext(
  async ({ cart_id }, { container }) =>
    new StepResponse({}, await keepCartBoxes(container, cart_id)),
  async (written, { container }) => {
    if (written) {
      await undoBoxes(container, written)
    }
  }
)
