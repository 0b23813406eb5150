import {
  query,
  type Shop,
  shopAt,
  startServers,
  type TestServer,
} from "../../support"
import { completeAll, ordersIn, readyCarts, refusalsIn } from "./buyers"
import { stockOf, watchStock } from "./watch"

let servers: TestServer[]
let shop: Shop
let notes: Awaited<ReturnType<typeof watchStock>>

beforeAll(async () => {
  servers = await startServers(2)
  shop = shopAt(servers[0])
  notes = await watchStock(servers[0].databaseUrl)
}, 120_000)

afterEach(async () => {
  expect(await notes()).toEqual([])
})

type Item = { variant: string; item: string }

/** One variant a stock level, each with its inventory item. */
async function variantsWith(...stocks: number[]): Promise<Item[]> {
  const { variants } = await shop.fixtures.product({
    variants: stocks.map((stock) => ({ stock })),
  })
  return (variants ?? []).map((variant) => ({
    variant: variant.id,
    item: variant.inventory_items?.[0].inventory_item_id ?? "",
  }))
}

const stock = ({ item }: Item) => stockOf(shop.databaseUrl, item)

const countOf = async (text: string, values: unknown[] = []) => {
  const [row] = await shop.sql<{ count: string }>(text, values)
  return Number(row.count)
}

const ordersAltogether = () =>
  countOf('SELECT count(*) FROM "order" WHERE deleted_at IS NULL')

it("sells one piece once to 50 buyers at two servers, and five to five", async () => {
  const [one] = await variantsWith(1)
  const before = await ordersAltogether()
  const carts = await readyCarts(servers, 50, () => [
    { variant_id: one.variant },
  ])

  const first = await completeAll(servers, carts)
  expect(refusalsIn(first)).toEqual({ "400 insufficient_inventory": 49 })
  const [winner] = ordersIn(first)
  expect(ordersIn(first)).toEqual([winner])
  expect(await stock(one)).toEqual({ stocked: 1, reserved: 1, live: 1 })
  expect(await ordersAltogether()).toBe(before + 1)

  // The others' carts are as they were: with five more pieces, five get one.
  const open = await shop.sql<{ id: string }>(
    "SELECT id FROM cart WHERE id = ANY($1) AND completed_at IS NULL",
    [carts]
  )
  expect(open).toHaveLength(49)
  await query(
    shop.databaseUrl,
    `UPDATE inventory_level SET stocked_quantity = 6,
              raw_stocked_quantity = '{"value": "6", "precision": 20}'
        WHERE inventory_item_id = $1`,
    [one.item]
  )
  const second = await completeAll(
    servers,
    open.map(({ id }) => id)
  )
  expect(refusalsIn(second)).toEqual({ "400 insufficient_inventory": 44 })
  expect(ordersIn(second)).toHaveLength(5)
  expect(await stock(one)).toEqual({ stocked: 6, reserved: 6, live: 6 })
  expect(await ordersAltogether()).toBe(before + 6)
}, 600_000)
