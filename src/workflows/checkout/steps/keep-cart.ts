import type { ICartModuleService } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { CheckoutPlan } from "../types"

export const keepCartStepId = "keep-cart"
export const dropAddressesStepId = "drop-addresses"

const relations = ["shipping_address", "billing_address"]

async function addressesOf(carts: ICartModuleService, id: string) {
  const cart = await carts.retrieveCart(id, { select: ["id"], relations })
  return [cart.shipping_address?.id, cart.billing_address?.id].flatMap(
    (address) => address ?? []
  )
}

type Metadata = Record<string, unknown> | null

/** Metadata is merged when it is written; an empty text removes a key. */
const metadataBack = (before: Metadata, now: Metadata): Metadata =>
  before && {
    ...Object.fromEntries(Object.keys(now ?? {}).map((key) => [key, ""])),
    ...before,
  }

const reference = (id: string | null) => (id ? { id } : null)

/**
 * Remembers what a cart had, for the case that the checkout fails later. Core
 * takes back what it adds but forgets which addresses and metadata a cart had
 * before; compensated after the order writer, this step has the last word.
 */
export const keepCartStep = createStep(
  keepCartStepId,
  async ({ cart_id }: Pick<CheckoutPlan, "cart_id">, { container }) => {
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
    const { shipping_address_id, billing_address_id, ...fields } = before
    const carts = container.resolve(Modules.CART)
    const written = await addressesOf(carts, fields.id)
    const { metadata } = await carts.retrieveCart(fields.id, {
      select: ["id", "metadata"],
    })
    await carts.updateCarts([
      {
        ...fields,
        metadata: metadataBack(fields.metadata, metadata ?? null),
        shipping_address: reference(shipping_address_id),
        billing_address: reference(billing_address_id),
      },
    ])
    const kept = [shipping_address_id, billing_address_id]
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
