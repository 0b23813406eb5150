import type { HttpTypes } from "@medusajs/framework/types"
import { unique, useShop } from "../../support"
import { idsOf, search } from "./bed"

const shop = useShop()

const brand = unique("brand")

let watch: HttpTypes.AdminProduct

beforeAll(async () => {
  watch = await shop.fixtures.product({
    title: `Linea chronometer ${brand}`,
    profile: { brand },
    prices: { kes: 1200 },
  })
})

it("finds a product that was made a moment ago", async () => {
  const started = Date.now()
  let found: string[] = []
  while (!found.length && Date.now() - started < 10_000) {
    found = idsOf(await search(shop, { q: `chronometer ${brand}` }))
  }
  console.log("soon:", Date.now() - started)
  expect(found).toEqual([watch.id])
})
