import type { HttpTypes } from "@medusajs/framework/types"
import type { CallOptions, Json, Reply, Shop } from "../../support"

export const BOX_PRICES = { kes: 500, bdt: 400, inr: 300.5, usd: 9.99 }

export type CartAnswer = {
  cart: HttpTypes.StoreCart
  code?: string
  details?: { field: string; message: string; available?: number }[]
}

export type OfferAnswer = {
  original_box: {
    id: string
    offered: boolean
    prices: { currency_code: string; amount: number }[]
    missing_currencies: string[]
    own_stock: boolean
    inventory_item_id: string | null
    available: number | null
  } | null
  code?: string
  details?: { field: string; message: string }[]
}

export const amounts = (prices: Record<string, number>) =>
  Object.entries(prices).map(([currency_code, amount]) => ({
    currency_code,
    amount,
  }))

/** A cart in the words of a test: what is in it, and for how much. */
export const linesOf = (cart: HttpTypes.StoreCart | HttpTypes.StoreOrder) =>
  (cart.items ?? [])
    .map(({ title, quantity, unit_price, variant_id }) => ({
      title,
      quantity,
      unit_price,
      box: !variant_id,
    }))
    .sort((one, two) => Number(one.box) - Number(two.box))

export const boxBed = (shop: Shop) => {
  const offer = (product_id: string, sent: object, init: CallOptions = {}) =>
    shop.admin<OfferAnswer>(`/products/${product_id}/original-box`, {
      body: sent,
      ...init,
    })
  const withdraw = (product_id: string) => offer(product_id, { offered: false })

  /** A watch that is sold with its box. */
  async function watch(
    input: Parameters<Shop["fixtures"]["product"]>[0] = {},
    box: object = { prices: amounts(BOX_PRICES) }
  ) {
    const product = await shop.fixtures.product(input)
    const { status, body } = await offer(product.id, box)
    if (status !== 200) {
      throw new Error(`The box was not offered: ${JSON.stringify(body)}`)
    }
    return {
      id: product.id,
      title: product.title,
      variant_id: product.variants?.[0].id ?? "",
      item: body.original_box?.inventory_item_id ?? "",
      box: `Original box for ${product.title}`,
    }
  }

  const emptyCart = async (market = "ke", init: CallOptions = {}) => {
    const { body } = await shop.store<CartAnswer>("/carts", {
      body: { region_id: shop.seed.regions[market] },
      ...init,
    })
    return body.cart.id
  }
  const add = (
    cart: string,
    variant_id: string,
    { quantity = 1, metadata = { original_box: true } as Json | null } = {}
  ): Promise<Reply<CartAnswer>> =>
    shop.store<CartAnswer>(`/carts/${cart}/line-items`, {
      body: { variant_id, quantity, ...(metadata ? { metadata } : {}) },
    })
  const change = (cart: string, line: string, sent: object) =>
    shop.store<CartAnswer>(`/carts/${cart}/line-items/${line}`, { body: sent })
  const remove = (cart: string, line: string) =>
    shop.store<{ parent: HttpTypes.StoreCart }>(
      `/carts/${cart}/line-items/${line}`,
      { method: "DELETE" }
    )
  const read = async (cart: string) => {
    const { body } = await shop.store<CartAnswer>(`/carts/${cart}`)
    return body.cart
  }
  /** Any change of a cart; this one changes nothing else. */
  const touch = (cart: string, sent: object = {}) =>
    shop.store<CartAnswer>(`/carts/${cart}`, { body: sent })
  const lineOf = (cart: HttpTypes.StoreCart, box: boolean) => {
    const line = (cart.items ?? []).find((one) => !one.variant_id === box)
    if (!line) {
      throw new Error(`The cart has no ${box ? "box" : "watch"}.`)
    }
    return line
  }
  /** So many boxes at the place the shop sells from. */
  async function stock(item: string, quantity: number) {
    const levels = await shop.sql<{ location_id: string }>(
      `select l.location_id from inventory_level l
         join sales_channel_stock_location s
           on s.stock_location_id = l.location_id and s.deleted_at is null
        where l.inventory_item_id = $1 and l.deleted_at is null
        order by l.location_id limit 1`,
      [item]
    )
    const place = levels[0].location_id
    await shop.admin(`/inventory-items/${item}/location-levels/${place}`, {
      body: { stocked_quantity: quantity },
    })
    return place
  }

  return {
    offer,
    withdraw,
    watch,
    emptyCart,
    add,
    change,
    remove,
    read,
    touch,
    lineOf,
    stock,
  }
}
