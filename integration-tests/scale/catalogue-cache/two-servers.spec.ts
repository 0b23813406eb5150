import type { HttpTypes } from "@medusajs/framework/types"
import { cacheBed, type Shown } from "../../http/catalogue-cache/bed"
import { type Shop, shopAt, startRedis, startServers } from "../../support"

describe.each([
  ["with Redis", async () => ({ REDIS_URL: (await startRedis()).url })],
  ["without Redis", async () => ({})],
] as const)("two servers %s", (_, environment) => {
  let one: Shop
  let two: Shop
  let product: HttpTypes.AdminProduct
  let path: string

  beforeAll(async () => {
    const env: Record<string, string> = await environment()
    const servers = await startServers(2, { env })
    ;[one, two] = servers.map(shopAt)
    product = await one.fixtures.product({ prices: { kes: 1000 } })
    path = `/products/${product.id}?region_id=${one.seed.regions.ke}&fields=id,subtitle,*variants.calculated_price`
  }, 300_000)

  type One = { product: Shown }

  /** Asks until it is so; the run's own limit ends a wait for nothing. */
  const becomes = async (
    shop: Shop,
    value: (shown: Shown) => unknown,
    wanted: unknown
  ) => {
    for (;;) {
      const { body } = await cacheBed(shop).ask<One>(path)
      if (value(body.product) === wanted) {
        return
      }
    }
  }

  it("tell each other what staff change", async () => {
    await cacheBed(one).warm(path)
    await cacheBed(two).warm(path)
    await cacheBed(one).change(`/products/${product.id}`, { subtitle: "New" })

    const own = await cacheBed(one).ask<One>(path)
    expect(own.body.product.subtitle).toBe("New")
    await becomes(two, ({ subtitle }) => subtitle, "New")
  })

  it("and what things cost, either way", async () => {
    await cacheBed(one).warm(path)
    await cacheBed(two).warm(path)
    await cacheBed(two).change(
      `/products/${product.id}/variants/${product.variants?.[0].id ?? ""}`,
      { prices: [{ currency_code: "kes", amount: 750 }] }
    )

    await becomes(
      one,
      ({ variants }) => variants?.[0].calculated_price?.calculated_amount,
      750
    )
  })

  it("make their triggers once, though they began together", async () => {
    const double = await one.sql(
      `select tgrelid, tgname from pg_trigger where tgname like 'duka_cache_%'
        group by 1, 2 having count(*) > 1`
    )
    expect(double).toEqual([])
  })
})
