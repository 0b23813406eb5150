import { Client } from "pg"
import { reviewBed } from "../../http/reviews/bed"
import type { Shop } from "../../support"
import { bootApp } from "../../support/boot-app"

let shop: Shop
let statements = 0

beforeAll(async () => {
  ;({ shop } = await bootApp())
})

beforeEach(() => {
  const query = Client.prototype.query as (...args: unknown[]) => unknown
  jest.spyOn(Client.prototype, "query").mockImplementation(function (
    this: Client,
    ...args: unknown[]
  ) {
    statements += 1
    return Reflect.apply(query, this, args) as never
  })
})

afterEach(() => jest.restoreAllMocks())

/** How many statements a page of these products takes. */
async function cost(ids: readonly string[], fields: string) {
  const query = ids.map((id) => `id[]=${id}`).join("&")
  const path = `/products?${query}&fields=${fields}`
  // The first time the server reads more, and keeps it.
  await shop.store(path)
  statements = 0
  const { body } = await shop.store<{ count: number }>(path)
  expect(body.count).toBe(ids.length)
  return statements
}

it("the figures of a list cost one statement, however long it is", async () => {
  const bed = reviewBed(shop)
  const ids: string[] = []
  for (const rating of [5, 4, 3]) {
    const product = await shop.fixtures.product()
    await bed.reviewed(product, { rating })
    ids.push(product.id)
  }

  for (const some of [ids.slice(0, 1), ids]) {
    const without = await cost(some, "id,title")
    expect(without).toBeGreaterThan(0)
    const figures = "id,title,review_summary.rating_average"
    expect(await cost(some, figures)).toBe(without + 1)
  }
})
