import type { ICartModuleService } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

export const keepCartStepId = "keep-cart"
export const dropAddressesStepId = "drop-addresses"

const relations = ["shipping_address", "billing_address"]

async function addressesOf(carts: ICartModuleService, id: string) {
  const cart = await carts.retrieveCart(id, { select: ["id"], relations })
  return [cart.shipping_address?.id, cart.billing_address?.id].flatMap(
    (address) => address ?? []
  )
}

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
      relations,
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
    if (!before) {
      return
    }
    const carts = container.resolve(Modules.CART)
    const written = await addressesOf(carts, before.id)
    await carts.updateCarts([before])
    const kept = [before.shipping_address_id, before.billing_address_id]
    await carts.deleteAddresses(written.filter((id) => !kept.includes(id)))
  }
)

/** Core removes a cart it has made and leaves the addresses of its people. */
export const dropAddressesStep = createStep(
  dropAddressesStepId,
  async ({ made }: { made: string | null }) =>
    new StepResponse(undefined, made),
  async (made, { container }) => {
    if (made) {
      const carts = container.resolve(Modules.CART)
      await carts.deleteAddresses(await addressesOf(carts, made))
    }
  }
)
