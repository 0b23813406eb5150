import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { Refusal } from "../../refusal"
import { asksForBox } from "../lib/metadata"
import {
  boxPriceOf,
  calculatedPrices,
  type PricingContext,
} from "../lib/prices"
import { boxesOf } from "../lib/service"

type AskedLine = {
  variant_id?: string | null
  quantity?: unknown
  metadata?: Record<string, unknown> | null
}

async function productsOf(
  container: MedusaContainer,
  variants: readonly string[]
): Promise<string[]> {
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "variant",
      fields: ["id", "product_id"],
      filters: { id: [...variants] },
    })
  return [
    ...new Set(
      data.flatMap(({ product_id }) => (product_id ? [product_id] : []))
    ),
  ]
}

/**
 * A shopper who asks for a box that cannot be had here is told so at once,
 * where a cart that loses its box later only gets a notice.
 */
export async function refuseUnofferedBoxes(
  container: MedusaContainer,
  lines: readonly AskedLine[],
  context: PricingContext
): Promise<void> {
  const variants = lines
    .filter(asksForBox)
    .flatMap(({ variant_id }) => variant_id ?? [])
  if (!variants.length) {
    return
  }
  const products = await productsOf(container, variants)
  const offers = await boxesOf(container).listOriginalBoxes({
    product_id: products,
    offered: true,
  })
  const prices = await calculatedPrices(
    container,
    offers.map(({ price_set_id }) => price_set_id),
    context
  )
  const sold = offers.filter(({ price_set_id }) =>
    boxPriceOf(prices.get(price_set_id))
  )
  if (sold.length < products.length) {
    throw new Refusal(
      "original_box_not_offered",
      "This is not sold with its original box here.",
      {
        kind: "NOT_ALLOWED",
        details: [
          { field: "metadata.original_box", message: "is not offered" },
        ],
      }
    )
  }
}
