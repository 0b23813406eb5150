import type { Profiled, ProductsReply } from "../../http/products/bed"
import { type Shop, unique } from "../../support"
import { bootApp } from "../../support/boot-app"
import { watchStatements } from "../../support/statements"

let shop: Shop
const statementsOf = watchStatements()
const brand = unique("brand")
let region: string
let ids: string[]

beforeAll(async () => {
  ;({ shop } = await bootApp({ env: { CATALOGUE_CACHE: "false" } }))
  region = shop.seed.regions.ke
  ids = []
  for (const count of [1, 2, 3]) {
    const { id } = await shop.fixtures.product({
      profile: { brand, features: [`Feature ${count}`] },
      variants: Array.from({ length: count }, () => ({})),
    })
    ids.push(id)
  }
})

const cost = (query: string, seen?: (products: Profiled[]) => void) =>
  statementsOf(async () => {
    const { status, body } = await shop.store<ProductsReply>(
      `/products?region_id=${region}&${query}`
    )
    expect([status, body.products.length]).toEqual([200, ids.length])
    seen?.(body.products)
  })

const FIELDS = "fields=id,title,*variants.calculated_price,+variants.sku"
const PROFILE = "product_profile.brand,product_profile.rating_average"

it("filters, an order and the profile cost a list two statements more than without", async () => {
  const plain = await cost(
    `${ids.map((id) => `id[]=${id}`).join("&")}&fields=id,title`
  )
  const whole = await cost(
    `brand=${brand}&in_stock=true&min_price=1&order=-price&fields=id,title,${PROFILE}`,
    (products) =>
      expect(products.map((one) => one.product_profile?.brand)).toEqual(
        ids.map(() => brand)
      )
  )

  expect(plain).toBeGreaterThan(0)
  // One chooses the products, of the caller's channels as well, which Medusa
  // asks for by itself; one reads the profiles.
  expect(whole - plain).toBe(2)
})

// Profiles are read for variants only while some are inactive.
it("with prices it costs one more, however many products and variants it has", async () => {
  const one = await statementsOf(() =>
    shop.store(`/products?region_id=${region}&id=${ids[0]}&${FIELDS}`)
  )

  expect(await cost(`brand=${brand}&${FIELDS}`)).toBe(one + 1)
})

it("which tags are hidden costs a list one statement, and a filtered one none", async () => {
  const costOfTags = async (query: string) =>
    (await cost(`${query}&fields=id,title,*tags`)) -
    (await cost(`${query}&fields=id,title`))
  const byId = await costOfTags(ids.map((id) => `id[]=${id}`).join("&"))

  expect(byId - (await costOfTags(`brand=${brand}`))).toBe(1)
})
