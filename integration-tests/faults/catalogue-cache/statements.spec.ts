import { boxBed } from "../../http/original-box/bed"
import { type Shop, unique } from "../../support"
import { bootApp } from "../../support/boot-app"
import { watchStatements } from "../../support/statements"

let shop: Shop
const statementsOf = watchStatements()
let ids: string[]

beforeAll(async () => {
  ;({ shop } = await bootApp())
  const bed = boxBed(shop)
  ids = []
  for (let at = 0; at < 3; at += 1) {
    ids.push((await bed.watch({ profile: { brand: unique("brand") } })).id)
  }
})

let asked = 0

/** In words of its own each time, so that it is worked out. */
const cold = (fields: string) =>
  statementsOf(async () => {
    asked += 1
    const moment = new Date(Date.UTC(2000, 0, 1) + asked).toISOString()
    const { status, headers } = await shop.store(
      `/products?${ids.map((id) => `id[]=${id}`).join("&")}&region_id=${shop.seed.regions.ke}&created_at[$gt]=${moment}&fields=${fields}`
    )
    expect([status, headers.get("cache-status")]).toEqual([
      200,
      "duka; fwd=miss",
    ])
  })

const PRICED = "id,title,*variants.calculated_price"
const PROFILE = "product_profile.brand,product_profile.rating_average"

/** What core's check of the key takes; here the key is known. */
const KEY = 2

it("profile, rating and prices cost one statement more than prices, and less than stock", async () => {
  const priced = await cold(PRICED)

  expect(await cold(`${PRICED},${PROFILE}`)).toBe(priced + 1)
})

it("with boxes and what they cost it is no more than stock and two", async () => {
  const stock = (await cold(PRICED)) + KEY
  const whole = await cold(`${PRICED},${PROFILE},original_box`)

  expect(whole).toBe(stock + 2)
})

it("a page that is kept costs none", async () => {
  const path = `/products/${ids[0]}?fields=id`

  expect(await statementsOf(() => shop.store(path))).toBe(0)
})
