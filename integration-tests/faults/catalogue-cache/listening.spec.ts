import type { HttpTypes } from "@medusajs/framework/types"
import { cacheBed, HIT, type Shown } from "../../http/catalogue-cache/bed"
import { type Shop, shopAt, startServer, type TestServer } from "../../support"

let server: TestServer
let shop: Shop
let bed: ReturnType<typeof cacheBed>
let product: HttpTypes.AdminProduct

beforeAll(async () => {
  server = await startServer({ jobs: false })
  shop = shopAt(server)
  bed = cacheBed(shop)
  product = await shop.fixtures.product()
}, 300_000)

const path = () => `/products/${product.id}?fields=id,subtitle`

const subtitle = async () =>
  (await bed.ask<{ product: Shown }>(path())).body.product.subtitle

const listeners = (what: string) =>
  shop.sql(
    `select ${what} from pg_stat_activity
      where application_name = 'duka catalogue cache'
        and datname = current_database()`
  )

/** As somebody does who does not ask the server. */
const write = (text: string) =>
  shop.sql("update product set subtitle = $1 where id = $2", [text, product.id])

const becomes = async (read: () => Promise<unknown>, wanted: unknown) => {
  while ((await read()) !== wanted) {
    await new Promise((done) => setTimeout(done, 50))
  }
}

it("hears of what is written past the server", async () => {
  await bed.warm(path())
  await write("By hand")

  await becomes(subtitle, "By hand")
})

it("keeps nothing while it hears nothing, and begins again", async () => {
  await bed.warm(path())
  await listeners("pg_terminate_backend(pid)")
  await write("Unheard")

  await becomes(subtitle, "Unheard")
  expect(
    (await bed.warm<{ product: Shown }>(path())).body.product.subtitle
  ).toBe("Unheard")
  await write("Heard again")
  await becomes(subtitle, "Heard again")
})

it("makes what was taken away when it listens anew", async () => {
  const triggers = () =>
    shop.sql<{ tgname: string }>(
      `select tgname from pg_trigger where tgname like 'duka_cache_%'
        and tgrelid = 'product'::regclass order by tgname`
    )
  await bed.warm(path())
  const before = await triggers()
  expect(before).toHaveLength(2)
  for (const { tgname } of before) {
    await shop.sql(`drop trigger "${tgname}" on product`)
  }
  await listeners("pg_terminate_backend(pid)")
  await becomes(async () => (await triggers()).length, 2)

  expect(await triggers()).toEqual(before)
})

it("says nothing when a statement changes nothing", async () => {
  await bed.warm(path())
  await shop.sql("update product set subtitle = subtitle")
  // A change that is heard shows that the one before it was none.
  await shop.sql(
    "update inventory_level set stocked_quantity = stocked_quantity + 1"
  )

  expect((await bed.ask(path())).from).toBe(HIT)
})

it("ends its connection with the server", async () => {
  await bed.warm(path())
  expect(await listeners("pid")).toHaveLength(1)
  await server.stop()

  expect(await listeners("pid")).toHaveLength(0)
})
