import { shopAt, startServer, type Shop, unique } from "../../support"
import { reviewBed } from "../reviews/bed"
import type { ProductsReply } from "./bed"

/** A server of its own: it is stopped, to see what it still writes. */
let server: Awaited<ReturnType<typeof startServer>>
let shop: Shop

beforeAll(async () => {
  server = await startServer()
  shop = shopAt(server)
}, 300_000)

const look = (id: string, init = {}) =>
  shop.store(`/products/${id}/views`, { method: "POST", ...init })

const figure = async (column: string, id: string) => {
  const [row] = await shop.sql<Record<string, number>>(
    `select ${column} from product_profile where product_id = $1`,
    [id]
  )
  return row?.[column] ?? 0
}

/** Until the database says so; the run's own limit ends a wait for nothing. */
async function becomes(read: () => Promise<number>, wanted: number) {
  while ((await read()) !== wanted) {
    await new Promise((done) => setTimeout(done, 100))
  }
}

describe("what goes with a product", () => {
  it("shares its category, brand or tags, and is published", async () => {
    const group = async (path: string, body: object, key: string) =>
      (await shop.admin<Record<string, { id: string }>>(path, { body })).body[
        key
      ].id
    const name = unique("group")
    const category = await group(
      "/product-categories",
      { name, is_active: true },
      "product_category"
    )
    const tag = await group("/product-tags", { value: name }, "product_tag")
    const parts = { categories: [{ id: category }], tags: [{ id: tag }] }
    const profile = { brand: name }
    const make = (input: object) => shop.fixtures.product(input)
    const product = await make({ ...parts, profile })
    const brandOnly = await make({ profile })
    const all = await make({ ...parts, profile })
    const groups = await make(parts)
    await make({ ...parts, profile, status: "draft" })

    const related = await shop.store<ProductsReply>(
      `/products/${product.id}/related?limit=3&fields=id,handle,product_profile.brand`
    )

    expect(related.status).toBe(200)
    expect(related.body.products.slice(0, 2).map(({ id }) => id)).toEqual([
      all.id,
      groups.id,
    ])
    expect(related.body.products[0].product_profile?.brand).toBe(name)
    expect(related.body.products.map(({ id }) => id).includes(product.id)).toBe(
      false
    )
    expect(related.body).toMatchObject({ offset: 0, limit: 3 })
    expect(brandOnly.id).toBeTruthy()
  })

  it("is nothing for a product that is not there", async () => {
    const { status, body } = await shop.store<ProductsReply>(
      "/products/prod_none/related"
    )
    expect([status, body.products]).toEqual([200, []])
  })
})

describe("what was looked at", () => {
  it("is what a guest's browser remembers, in that order", async () => {
    const one = await shop.fixtures.product()
    const two = await shop.fixtures.product()
    const draft = await shop.fixtures.product({ status: "draft" })

    const { status, body } = await shop.store<ProductsReply>(
      `/products/recently-viewed?ids=${two.id},${draft.id},${one.id}&fields=id`
    )

    expect(status).toBe(200)
    expect(body.products.map(({ id }) => id)).toEqual([two.id, one.id])
  })

  it("is empty for a guest who sends nothing, and refuses too many", async () => {
    const none = await shop.store<ProductsReply>("/products/recently-viewed")
    const ids = Array.from({ length: 51 }, (_, at) => `prod_${at}`).join(",")
    const many = await shop.store<ProductsReply>(
      `/products/recently-viewed?ids=${ids}`
    )

    expect(none.body).toMatchObject({ products: [], count: 0 })
    expect([many.status, many.body.details?.[0].field]).toEqual([400, "ids"])
  })

  it("is remembered for a customer, the last first, and for nobody else", async () => {
    const amina = await shop.asCustomer()
    const other = await shop.asCustomer()
    const one = await shop.fixtures.product()
    const two = await shop.fixtures.product()
    for (const id of [one.id, two.id, one.id]) {
      expect((await look(id, { token: amina.token })).status).toBe(202)
    }
    await becomes(() => figure("view_count", one.id), 2)

    const mine = await amina.store<ProductsReply>(
      "/products/recently-viewed?fields=id"
    )
    const theirs = await other.store<ProductsReply>(
      "/products/recently-viewed?fields=id"
    )

    expect(mine.body.products.map(({ id }) => id)).toEqual([one.id, two.id])
    expect(theirs.body.products).toEqual([])
  })

  it("is forgotten with the customer", async () => {
    const customer = await shop.fixtures.customer()
    const gone = await shop.asCustomer(customer)
    const { id } = await shop.fixtures.product()
    const held = async () =>
      (
        await shop.sql("select 1 from recent_view where customer_id = $1", [
          customer.id,
        ])
      ).length
    await look(id, { token: gone.token })
    await becomes(held, 1)

    await shop.admin(`/customers/${customer.id}`, { method: "DELETE" })

    await becomes(held, 0)
    expect(await figure("view_count", id)).toBe(1)
  })
})

describe("views", () => {
  it("are written together, not each by itself", async () => {
    const { id } = await shop.fixtures.product({ profile: { brand: "A" } })
    await shop.sql(`create sequence looks_written`)
    await shop.sql(
      `create function count_look() returns trigger language plpgsql as
       'begin perform nextval(''looks_written''); return new; end'`
    )
    await shop.sql(
      `create trigger count_look after update on product_profile
       for each row when (new.product_id = '${id}') execute function count_look()`
    )
    await Promise.all(Array.from({ length: 40 }, () => look(id)))
    await becomes(() => figure("view_count", id), 40)

    const [{ writes }] = await shop.sql<{ writes: number }>(
      `select last_value::int as writes from looks_written where is_called`
    )
    expect(writes).toBeGreaterThan(0)
    expect(writes).toBeLessThan(40)
  })

  it("of machines, drafts and what does not exist are not counted", async () => {
    const { id } = await shop.fixtures.product()
    const draft = await shop.fixtures.product({ status: "draft" })
    const none = unique("prod")
    const agent = { headers: { "user-agent": "Googlebot/2.1" } }
    await Promise.all([look(id, agent), look(draft.id), look(none)])
    await look(id)
    await becomes(() => figure("view_count", id), 1)

    expect(await figure("view_count", draft.id)).toBe(0)
    expect(
      await shop.sql("select id from product_profile where product_id = $1", [
        none,
      ])
    ).toEqual([])
  })
})

describe("what reviews say", () => {
  it("is what the product is listed by, and goes with the last review", async () => {
    const bed = reviewBed(shop)
    const brand = unique("brand")
    const product = await shop.fixtures.product({ profile: { brand } })
    const { review } = await bed.reviewed(product, { rating: 4 })
    await bed.reviewed(product, { rating: 5 })
    const listed = async (query: string) =>
      (
        await shop.store<ProductsReply>(
          `/products?brand=${brand}&fields=id,*product_profile&${query}`
        )
      ).body.products.map(({ product_profile }) => [
        product_profile?.rating_average,
        product_profile?.rating_count,
      ])

    expect(await listed("min_rating=4.5")).toEqual([[4.5, 2]])
    expect(await listed("min_rating=4.51")).toEqual([])

    await shop.admin(`/reviews/${review.id}`, { method: "DELETE" })
    expect(await listed("min_rating=4.51")).toEqual([[5, 1]])
    const [{ id }] = await shop.sql<{ id: string }>(
      "select id from review where product_id = $1 and deleted_at is null",
      [product.id]
    )
    await shop.admin(`/reviews/${id}`, { method: "DELETE" })
    expect(await listed("")).toEqual([[null, 0]])
  })
})

describe("what was sold", () => {
  it("follows orders and cancellations, however often they are told", async () => {
    const { id, variants } = await shop.fixtures.product()
    const items = [{ variant_id: variants?.[0].id ?? "", quantity: 2 }]
    const sold = () => figure("sold_count", id)
    const first = await shop.fixtures.order({ items })
    await becomes(sold, 2)
    await shop.fixtures.order({ items })
    await becomes(sold, 4)

    await shop.admin(`/orders/${first.id}/cancel`, { method: "POST" })

    await becomes(sold, 2)
    expect(await sold()).toBe(2)
  })
})

it("writes what it holds before it ends", async () => {
  const { id } = await shop.fixtures.product()
  await look(id)
  await server.stop()

  expect(await figure("view_count", id)).toBe(1)
})
