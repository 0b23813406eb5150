import { type Shop, shopAt, startServers, type TestServer } from "../../support"
import { completeAll, ordersIn, readyCarts, refusalsIn } from "./buyers"
import { stockOf, watchStock } from "./watch"

let servers: TestServer[]
let shop: Shop
let notes: Awaited<ReturnType<typeof watchStock>>

beforeAll(async () => {
  servers = await startServers(2)
  shop = shopAt(servers[0])
  notes = await watchStock(shop.databaseUrl)
}, 120_000)

afterEach(async () => {
  expect(await notes()).toEqual([])
})

type Kit = { variants: string[]; item: string }

/** Variants that all take from one item, each so many pieces of it. */
async function kit(stock: number, ...pieces: number[]): Promise<Kit> {
  const product = await shop.fixtures.product({
    variants: pieces.map(() => ({ stock })),
  })
  const variants = product.variants ?? []
  const itemOf = (index: number) =>
    variants[index].inventory_items?.[0].inventory_item_id ?? ""
  const item = itemOf(0)
  for (const [index, required_quantity] of pieces.entries()) {
    const links = `/products/${product.id}/variants/${variants[index].id}/inventory-items`
    await shop.admin(`${links}/${itemOf(index)}`, { method: "DELETE" })
    const { status } = await shop.admin(links, {
      body: { inventory_item_id: item, required_quantity },
    })
    expect(status).toBe(200)
  }
  return { variants: variants.map(({ id }) => id), item }
}

/** Everything a completed cart leaves in the database, in numbers. */
async function traces() {
  const [row] = await shop.sql(
    `SELECT (SELECT count(*) FROM "order") AS orders,
            (SELECT count(*) FROM order_line_item) AS lines,
            (SELECT count(*) FROM order_cart WHERE deleted_at IS NULL) AS links,
            (SELECT count(*) FROM reservation_item) AS reservations,
            (SELECT count(*) FROM payment) AS payments,
            (SELECT count(*) FROM cart WHERE completed_at IS NOT NULL) AS carts,
            (SELECT count(*) FROM locking) AS locks`
  )
  return row
}

it("adds up two lines of one item before it checks", async () => {
  const { variants, item } = await kit(3, 1, 1)
  const [cart] = await readyCarts(servers, 1, () =>
    variants.map((variant_id) => ({ variant_id, quantity: 2 }))
  )
  const before = await traces()

  const [refused] = await completeAll(servers, [cart])
  expect(refused).toMatchObject({
    status: 400,
    body: {
      type: "not_allowed",
      code: "insufficient_inventory",
      message: expect.stringMatching(
        /^Not enough stock available for item iitem_\w+ at location sloc_\w+: 4 wanted, 3 left\. Take less, or add stock first\.$/
      ) as string,
    },
  })
  expect(await traces()).toEqual(before)
  expect(await stockOf(shop.databaseUrl, item)).toEqual({
    stocked: 3,
    reserved: 0,
    live: 0,
  })

  // The cart lives on: with one line smaller it becomes an order.
  const { body } = await shop.store<{
    cart: { items: { id: string }[]; payment_collection: { id: string } }
  }>(`/carts/${cart}?fields=items.id,payment_collection.id`)
  const line = await shop.store(
    `/carts/${cart}/line-items/${body.cart.items[0].id}`,
    { body: { quantity: 1 } }
  )
  expect(line.status).toBe(200)
  const session = await shop.store(
    `/payment-collections/${body.cart.payment_collection.id}/payment-sessions`,
    { body: { provider_id: "pp_system_default" } }
  )
  expect(session.status).toBe(200)
  expect(ordersIn(await completeAll(servers, [cart]))).toHaveLength(1)
  expect(await stockOf(shop.databaseUrl, item)).toEqual({
    stocked: 3,
    reserved: 3,
    live: 3,
  })
})

it("takes as many pieces as a variant is made of", async () => {
  const { variants, item } = await kit(5, 2, 1)
  const [pairs, single] = variants
  const [tooMany, enough] = await readyCarts(servers, 2, (index) => [
    { variant_id: pairs, quantity: 2 },
    { variant_id: single, quantity: index === 0 ? 2 : 1 },
  ])

  expect(refusalsIn(await completeAll(servers, [tooMany]))).toEqual({
    "400 insufficient_inventory": 1,
  })
  expect(ordersIn(await completeAll(servers, [enough]))).toHaveLength(1)
  expect(await stockOf(shop.databaseUrl, item)).toEqual({
    stocked: 5,
    reserved: 5,
    live: 5,
  })
})

it("sells A and B to 30 buyers who want them in either order", async () => {
  const { variants } = await shop.fixtures.product({
    variants: [{ stock: 30 }, { stock: 30 }],
  })
  const lines = (variants ?? []).map(({ id }) => ({ variant_id: id }))
  const carts = await readyCarts(servers, 30, (index) =>
    index % 4 < 2 ? lines : [...lines].reverse()
  )

  const completions = await completeAll(servers, carts)
  expect(refusalsIn(completions)).toEqual({})
  expect(new Set(ordersIn(completions)).size).toBe(30)
  for (const variant of variants ?? []) {
    const item = variant.inventory_items?.[0].inventory_item_id ?? ""
    expect(await stockOf(shop.databaseUrl, item)).toEqual({
      stocked: 30,
      reserved: 30,
      live: 30,
    })
  }
}, 300_000)
