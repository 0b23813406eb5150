import type { HttpTypes } from "@medusajs/framework/types"
import { useShop } from "../../support"
import { type Refused, wishlistBed } from "./bed"

const shop = useShop()
const { add, customer, listOf, product, read } = wishlistBed(shop)

type Moved = { item: object; cart: HttpTypes.StoreCart } & Refused

const story = async (
  input: Parameters<typeof product>[0] = {},
  chosen = true
) => {
  const { call } = await customer()
  const list = await listOf(call)
  const { id: product_id, variant_ids } = await product(input)
  const [variant_id] = variant_ids
  const item = await add(call, list.id, {
    product_id,
    ...(chosen ? { variant_id } : {}),
  })
  const other = await product({ prices: { kes: 100 } })
  const cart = await shop.fixtures.cart({
    shipped: false,
    items: [{ variant_id: other.variant_ids[0] }],
  })
  const move = (body: object) =>
    call<Moved>(`/${list.id}/items/${item.id}/move-to-cart`, { body })
  const lines = async () => {
    const { body } = await shop.store<HttpTypes.StoreCartResponse>(
      `/carts/${cart.id}`
    )
    return (body.cart.items ?? [])
      .filter((line) => line.product_id === product_id)
      .map((line) => [line.variant_id, line.quantity, line.unit_price])
  }
  const left = async () => (await read(call, list.id)).count
  return { call, list, item, cart, variant_id, variant_ids, move, lines, left }
}

it("an entry goes into the cart and off the list", async () => {
  const { item, cart, variant_id, move, lines, left } = await story({
    prices: { kes: 2500 },
  })

  const moved = await move({ cart_id: cart.id, quantity: 2 })

  expect([moved.status, moved.body]).toEqual([
    200,
    {
      item: { id: item.id, object: "wishlist_item", deleted: true },
      cart: expect.objectContaining({ id: cart.id, item_total: 5100 }),
    },
  ])
  expect(await lines()).toEqual([[variant_id, 2, 2500]])
  expect(await left()).toBe(0)
})

it("goes once, moved ten times at once", async () => {
  const { cart, variant_id, move, lines, left } = await story()

  const moved = await Promise.all(
    Array.from({ length: 10 }, () => move({ cart_id: cart.id }))
  )

  expect(moved.map(({ status }) => status).sort()).toEqual([
    200,
    ...Array(9).fill(404),
  ])
  expect(await lines()).toEqual([[variant_id, 1, 2500]])
  expect(await left()).toBe(0)
})

it("asks which variant, when none was chosen", async () => {
  const { cart, variant_ids, move, lines, left } = await story(
    { variants: [{}, {}] },
    false
  )

  const refused = await move({ cart_id: cart.id })

  expect([refused.status, refused.body.code]).toEqual([422, "variant_required"])
  expect(refused.body.details).toEqual([
    { field: "variant_id", message: "is required" },
  ])
  expect([await lines(), await left()]).toEqual([[], 1])
  const moved = await move({ cart_id: cart.id, variant_id: variant_ids[1] })
  expect(moved.status).toBe(200)
  expect(await lines()).toEqual([[variant_ids[1], 1, 2500]])
})

it("stays on the list when the cart does not take it", async () => {
  const { call, list, cart, variant_ids, move, lines, left } = await story({
    variants: [{ stock: 1 }, {}],
  })
  const other = await product()
  const refusals: [object, number, string, string?][] = [
    [{ cart_id: cart.id, quantity: 2 }, 400, "insufficient_inventory"],
    [{ cart_id: "cart_none" }, 404, "not_found"],
    [{}, 400, "invalid_data", "cart_id"],
    [{ cart_id: cart.id, quantity: 0 }, 400, "invalid_data", "quantity"],
    [{ cart_id: cart.id, quantity: 1.5 }, 400, "invalid_data", "quantity"],
    [{ cart_id: cart.id, quantity: 101 }, 400, "invalid_data", "quantity"],
    [{ cart_id: cart.id, unit_price: 1 }, 400, "invalid_data", "unit_price"],
    [
      { cart_id: cart.id, variant_id: variant_ids[1] },
      400,
      "variant_not_found",
      "variant_id",
    ],
    [
      { cart_id: cart.id, variant_id: other.variant_ids[0] },
      400,
      "variant_not_found",
      "variant_id",
    ],
  ]
  for (const [body, status, code, field] of refusals) {
    const refused = await move(body)
    expect([refused.status, refused.body.code]).toEqual([status, code])
    if (field) {
      expect(refused.body.details?.map((one) => one.field)).toEqual([field])
    }
  }
  expect([await lines(), await left()]).toEqual([[], 1])
  const none = await call(`/${list.id}/items/witem_none/move-to-cart`, {
    body: { cart_id: cart.id },
  })
  expect(none.status).toBe(404)
})

it("is not sold from a list when the shop does not sell it any more", async () => {
  const { cart, item, move, lines, left } = await story()
  await shop.admin(`/products/${item.product_id}`, {
    body: { status: "draft" },
  })

  const refused = await move({ cart_id: cart.id })

  expect([refused.status, refused.body.code]).toEqual([400, "item_unavailable"])
  expect([await lines(), await left()]).toEqual([[], 1])
})
