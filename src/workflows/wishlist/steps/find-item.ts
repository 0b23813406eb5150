import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { readOffers } from "../lib/offers"
import {
  itemNotFound,
  itemUnavailable,
  variantNotFound,
  variantRequired,
} from "../lib/refusals"
import { wishlists } from "../lib/resolve"
import type { ItemPlace } from "./remove-item"

export const findWishlistItemStepId = "find-wishlist-item"

/** An entry of this list, and nothing of another. */
export const findWishlistItemStep = createStep(
  findWishlistItemStepId,
  async ({ id, wishlist_id }: ItemPlace, { container }) => {
    const [item] = await wishlists(container).listWishlistItems(
      { id, wishlist_id },
      { select: ["id", "wishlist_id", "product_id", "variant_id"] }
    )
    if (!item) {
      throw itemNotFound()
    }
    const { product_id, variant_id } = item
    return new StepResponse({ id, wishlist_id, product_id, variant_id })
  }
)

export type ChooseInput = {
  item: { product_id: string; variant_id: string | null }
  cart_id: string
  variant_id?: string
}

export const chooseVariantStepId = "choose-wished-variant"

/**
 * What goes to the cart: the variant of the entry, or the one that is named for
 * it now. Core adds what is not published or sold elsewhere; we do not.
 */
export const chooseVariantStep = createStep(
  chooseVariantStepId,
  async ({ item, cart_id, variant_id }: ChooseInput, { container }) => {
    if (item.variant_id && variant_id && variant_id !== item.variant_id) {
      throw variantNotFound()
    }
    const chosen = item.variant_id ?? variant_id
    if (!chosen) {
      throw variantRequired()
    }
    const {
      data: [cart],
    } = await container.resolve(ContainerRegistrationKeys.QUERY).graph(
      {
        entity: "cart",
        fields: ["id", "sales_channel_id"],
        filters: { id: cart_id },
      },
      { throwIfKeyNotFound: true }
    )
    const target = { product_id: item.product_id, variant_id: chosen }
    const read = await readOffers(container, [target], {
      region_id: null,
      sales_channel_ids: cart.sales_channel_id ? [cart.sales_channel_id] : [],
    })
    const { product, variant } = read(target)
    if (!product) {
      throw itemUnavailable()
    }
    if (!variant) {
      throw item.variant_id ? itemUnavailable() : variantNotFound()
    }
    return new StepResponse({ variant_id: chosen })
  }
)
