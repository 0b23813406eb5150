import { type Shop, shopAt, startServers, type TestServer } from "../../support"
import { completeAll, ordersIn, readyCarts, refusalsIn } from "./buyers"
import { stockOf, watchStock } from "./watch"

const ROUNDS = 8

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

it("makes one order of one cart that two servers complete ten times at once", async () => {
  const { variants } = await shop.fixtures.product({ stock: ROUNDS })
  const [variant] = variants ?? []
  const item = variant.inventory_items?.[0].inventory_item_id ?? ""
  const carts = await readyCarts(servers, ROUNDS, () => [
    { variant_id: variant.id },
  ])

  for (const [round, cart] of carts.entries()) {
    const completions = await completeAll(
      servers,
      Array.from({ length: 10 }, () => cart)
    )
    // All ten callers get the order, and it is the same.
    expect(refusalsIn(completions)).toEqual({})
    expect(new Set(ordersIn(completions)).size).toBe(1)
    expect(await stockOf(shop.databaseUrl, item)).toEqual({
      stocked: ROUNDS,
      reserved: round + 1,
      live: round + 1,
    })
  }

  const made = await shop.sql<{ orders: string; completed: string }>(
    `SELECT count(DISTINCT l.order_id) AS orders,
            count(DISTINCT c.id) AS completed
       FROM order_cart l JOIN cart c ON c.id = l.cart_id
      WHERE c.id = ANY($1) AND c.completed_at IS NOT NULL`,
    [carts]
  )
  expect(made).toEqual([{ orders: String(ROUNDS), completed: String(ROUNDS) }])
  const [placed] = await shop.sql<{ lines: string }>(
    `SELECT count(*) AS lines FROM order_line_item WHERE variant_id = $1`,
    [variant.id]
  )
  expect(placed.lines).toBe(String(ROUNDS))
}, 300_000)

it("has the database refuse a second order of a cart", async () => {
  const [cart] = await shop.sql<{ cart_id: string }>(
    "SELECT cart_id FROM order_cart LIMIT 1"
  )
  await expect(
    shop.sql(
      "INSERT INTO order_cart (id, cart_id, order_id) VALUES ('second', $1, 'order_second')",
      [cart.cart_id]
    )
  ).rejects.toMatchObject({ constraint: "IDX_one_order_per_cart" })
})
