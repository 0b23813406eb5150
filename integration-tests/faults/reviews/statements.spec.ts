import { reviewBed } from "../../http/reviews/bed"
import type { Shop } from "../../support"
import { bootApp } from "../../support/boot-app"
import { watchStatements } from "../../support/statements"

let shop: Shop
const statementsOf = watchStatements()

beforeAll(async () => {
  ;({ shop } = await bootApp({ env: { CATALOGUE_CACHE: "false" } }))
})

/** How many statements a page of these products takes. */
const cost = (ids: readonly string[], fields: string) =>
  statementsOf(async () => {
    const query = ids.map((id) => `id[]=${id}`).join("&")
    const { body } = await shop.store<{ count: number }>(
      `/products?${query}&fields=${fields}`
    )
    expect(body.count).toBe(ids.length)
  })

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
