import type { CartLineItemDTO } from "@medusajs/framework/types"
import { StepResponse } from "@medusajs/framework/workflows-sdk"
import { updateLineItemInCartWorkflow } from "@medusajs/medusa/core-flows"
import { askAgain } from "../cart/apply"
import { refuseUnofferedBoxes } from "../cart/ask"
import { refuseChangeOfBox } from "../cart/own-line"
import { asksForBox } from "../lib/metadata"

updateLineItemInCartWorkflow.hooks.validate(
  async ({ input, cart }, { container }) => {
    const lines: CartLineItemDTO[] = cart.items ?? []
    const line = lines.find(({ id }) => id === input.item_id)
    await refuseChangeOfBox(container, line, input.update)
    if (line && !asksForBox(line)) {
      const asked = { ...line, metadata: input.update.metadata ?? null }
      await refuseUnofferedBoxes(container, [asked], cart)
    }
    return new StepResponse(
      undefined,
      line && asksForBox(line) ? [line.id] : []
    )
  },
  // Core takes its own change of a line back, but for the line's metadata.
  async (asking: string[] | undefined, { container }) => {
    await askAgain(container, asking ?? [])
  }
)
