import type { HttpTypes, MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { cacheBed, HIT, MISS, type Shown } from "../../http/catalogue-cache/bed"
import type { Shop } from "../../support"
import { bootApp } from "../../support/boot-app"

let shop: Shop
let container: MedusaContainer
let bed: ReturnType<typeof cacheBed>
let product: HttpTypes.AdminProduct

beforeAll(async () => {
  ;({ shop, container } = await bootApp())
  bed = cacheBed(shop)
  product = await shop.fixtures.product({ prices: { kes: 1000 } })
})

type One = { product: Shown }

const path = () =>
  `/products/${product.id}?region_id=${shop.seed.regions.ke}&fields=id,*variants.calculated_price`

const priceOf = ({ product: { variants } }: One) =>
  variants?.[0].calculated_price?.calculated_amount

const setPrice = (amount: number) =>
  bed.change(
    `/products/${product.id}/variants/${product.variants?.[0].id ?? ""}`,
    { prices: [{ currency_code: "kes", amount }] }
  )

/** Runs when the next answer has read its prices, and before it is kept. */
function onceRead(race: () => Promise<unknown>) {
  const pricing = container.resolve(Modules.PRICING)
  const calculate = pricing.calculatePrices
  const spy = jest
    .spyOn(pricing, "calculatePrices")
    .mockImplementationOnce(async (...args) => {
      const read = await Reflect.apply(calculate, pricing, args)
      await race()
      return read
    })
  return spy
}

afterEach(() => jest.restoreAllMocks())

it("an answer read before a change and kept after it is never used", async () => {
  await setPrice(2000)
  const spy = onceRead(() => setPrice(1500))

  const during = await bed.ask<One>(path())
  expect(spy).toHaveBeenCalled()
  expect([during.from, priceOf(during.body)]).toEqual([MISS, 2000])

  const next = await bed.ask<One>(path())
  expect([next.from, priceOf(next.body)]).toEqual([MISS, 1500])
})

it("one who asks after a change does not get what was begun before it", async () => {
  await setPrice(2000)
  let later: ReturnType<typeof bed.ask<One>> | undefined
  onceRead(async () => {
    await setPrice(1200)
    // The first is still being worked out; this one came after the change.
    later = bed.ask<One>(path())
    await later
  })

  const first = await bed.ask<One>(path())
  const second = await later

  expect(priceOf(first.body)).toBe(2000)
  expect([second?.from, second && priceOf(second.body)]).toEqual([MISS, 1200])
  const third = await bed.ask<One>(path())
  expect([third.from, priceOf(third.body)]).toEqual([HIT, 1200])
})
