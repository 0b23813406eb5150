import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

export const keepCartStepId = "keep-cart"

/**
 * Remembers what a cart had, for the case that the checkout fails later. Core
 * takes back what it adds but forgets which addresses a cart had before; being
 * the first step, this one has the last word.
 */
export const keepCartStep = createStep(
  keepCartStepId,
  async ({ cart_id }: { cart_id: string | null }, { container }) => {
    if (!cart_id) {
      return new StepResponse(undefined)
    }
    const cart = await container.resolve(Modules.CART).retrieveCart(cart_id, {
      select: ["id", "email", "customer_id", "metadata"],
      relations: ["shipping_address", "billing_address"],
    })
    return new StepResponse(undefined, {
      id: cart.id,
      email: cart.email ?? null,
      customer_id: cart.customer_id ?? null,
      metadata: cart.metadata ?? null,
      shipping_address_id: cart.shipping_address?.id ?? null,
      billing_address_id: cart.billing_address?.id ?? null,
    })
  },
  async (before, { container }) => {
    if (before) {
      await container.resolve(Modules.CART).updateCarts([before])
    }
  }
)
