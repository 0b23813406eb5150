import type { CartLineItemDTO } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  createCartWorkflow,
  refreshCartItemsWorkflow,
} from "@medusajs/medusa/core-flows"
import { refuseUnofferedBoxes } from "../cart/ask"
import { asksForBox } from "../lib/metadata"

/** A new cart is not refreshed by core; one that asks for boxes has to be. */
createCartWorkflow.hooks.cartCreated(async ({ cart }, { container }) => {
  const { id, currency_code, region_id } = cart
  const lines: CartLineItemDTO[] = await container
    .resolve(Modules.CART)
    .listLineItems(
      { cart_id: id },
      { select: ["id", "variant_id", "metadata"], take: null }
    )
  if (lines.some(asksForBox)) {
    await refuseUnofferedBoxes(container, lines, { currency_code, region_id })
    await refreshCartItemsWorkflow(container).run({ input: { cart_id: id } })
  }
  return new StepResponse(undefined)
})
