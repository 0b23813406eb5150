import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { asksForBox, BOUND_KEY } from "../lib/metadata"
import { boxPriceOf, calculatedPrices } from "../lib/prices"
import { boxesOf } from "../lib/service"
import type { BoxCart, BoxCartLine, CartBoxes, CartOffer } from "./types"

const LINE: readonly (keyof BoxCartLine)[] = [
  "id",
  "variant_id",
  "product_id",
  "product_title",
  "product_type_id",
  "product_handle",
  "title",
  "subtitle",
  "thumbnail",
  "quantity",
  "unit_price",
  "compare_at_unit_price",
  "is_tax_inclusive",
  "is_discountable",
  "metadata",
]

/** What the price of a variant depends on in core, but for the cart's total. */
const CART = [
  "id",
  "completed_at",
  "metadata",
  "sales_channel_id",
  "currency_code",
  "region_id",
  "region.*",
  "shipping_address.city",
  "shipping_address.country_code",
  "shipping_address.province",
  "shipping_address.postal_code",
  "locale",
  "email",
  "customer_id",
  "customer.id",
  "customer.groups.id",
]

const isConcerned = (line: Pick<BoxCartLine, "variant_id" | "metadata">) =>
  asksForBox(line) || (!line.variant_id && BOUND_KEY in (line.metadata ?? {}))

/** Most carts hold no box: that is found out with one statement. */
async function holdsBoxes(
  container: MedusaContainer,
  cart_id: string
): Promise<boolean> {
  const lines = await container
    .resolve(Modules.CART)
    .listLineItems(
      { cart_id },
      { select: ["id", "variant_id", "metadata"], take: null }
    )
  return (lines as unknown as BoxCartLine[]).some(isConcerned)
}

/** Prices for each number of pieces; mostly there is one such number. */
async function offersFor(
  container: MedusaContainer,
  { metadata: _, completed_at: __, items, ...context }: BoxCart
): Promise<Record<string, CartOffer>> {
  const watches = items.filter(asksForBox)
  const products = watches.flatMap(({ product_id }) => product_id ?? [])
  const offers = products.length
    ? await boxesOf(container).listOriginalBoxes({
        product_id: [...new Set(products)],
        offered: true,
      })
    : []
  const found: Record<string, CartOffer> = Object.fromEntries(
    offers.map(({ product_id, inventory_item_id }) => [
      product_id,
      { inventory_item_id, prices: {} },
    ])
  )
  for (const quantity of new Set(watches.map((line) => line.quantity))) {
    const sets = offers.map(({ price_set_id }) => price_set_id)
    const prices = await calculatedPrices(container, sets, {
      ...context,
      quantity,
    })
    for (const { product_id, price_set_id } of offers) {
      found[product_id].prices[quantity] = boxPriceOf(prices.get(price_set_id))
    }
  }
  return found
}

/** Everything about the boxes of a cart, or null where it holds none. */
export async function readCartBoxes(
  container: MedusaContainer,
  cart_id: string
): Promise<CartBoxes | null> {
  if (!(await holdsBoxes(container, cart_id))) {
    return null
  }
  const [{ data }, bound] = await Promise.all([
    container.resolve(ContainerRegistrationKeys.QUERY).graph({
      entity: "cart",
      fields: [...CART, ...LINE.map((field) => `items.${field}`)],
      filters: { id: cart_id },
    }),
    boxesOf(container).listCartBoxes({ cart_id }),
  ])
  const cart = (data as unknown as BoxCart[]).at(0)
  return cart && !cart.completed_at
    ? { cart, bound, offers: await offersFor(container, cart) }
    : null
}
