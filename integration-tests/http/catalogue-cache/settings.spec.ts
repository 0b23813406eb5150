import { type Shop, shopAt, startServer } from "../../support"
import { cacheBed, HIT } from "./bed"

const withSettings = async (env: Record<string, string>) =>
  shopAt(await startServer({ env, jobs: false }))

const tags = (at: number) => `/product-tags?fields=id&limit=1&offset=${at}`

it("keeps no more than it may, however many different things are asked for", async () => {
  const shop = await withSettings({
    CATALOGUE_CACHE_ENTRIES: "20",
    CATALOGUE_CACHE_MEGABYTES: "1",
  })
  const { ask, count } = cacheBed(shop)
  for (let at = 0; at < 60; at += 1) {
    expect((await ask(tags(at))).status).toBe(200)
  }

  expect(await count("catalogue_cache_entries")).toBe(20)
  expect(await count("catalogue_cache_dropped")).toBe(40)
  // What was asked for last is there, what was asked for first is gone.
  expect((await ask(tags(59))).from).toBe(HIT)
  expect((await ask(tags(0))).from).not.toBe(HIT)
})

it("tells a CDN what the settings allow, and no more than a price list does", async () => {
  const shop = await withSettings({
    CATALOGUE_BROWSER_SECONDS: "30",
    CATALOGUE_CDN_SECONDS: "600",
    CATALOGUE_CDN_STALE_SECONDS: "60",
  })
  const control = async () =>
    (await cacheBed(shop).ask(tags(0))).headers.get("cache-control")
  expect(await control()).toBe(
    "public, max-age=30, s-maxage=600, stale-while-revalidate=60"
  )

  const starts_at = new Date(Date.now() + 120_000).toISOString()
  await cacheBed(shop).change("/price-lists", {
    ...{ title: "Soon", description: "Of the test", status: "active" },
    starts_at,
  })
  const [, shared] = /^public, max-age=30, s-maxage=(\d+)$/.exec(
    (await control()) ?? ""
  ) as unknown as [string, string]
  expect(Number(shared)).toBeGreaterThan(60)
  expect(Number(shared)).toBeLessThanOrEqual(120)
})

describe("switched off", () => {
  let shop: Shop

  beforeAll(async () => {
    shop = await withSettings({ CATALOGUE_CACHE: "false" })
  }, 300_000)

  it("leaves answers as Medusa gives them", async () => {
    const { ask, count } = cacheBed(shop)
    await ask(tags(0))
    const { status, headers } = await ask(tags(0))

    expect(status).toBe(200)
    expect(headers.has("cache-status")).toBe(false)
    expect(headers.has("cache-control")).toBe(false)
    expect(await count("catalogue_cache_entries")).toBe(0)
  })
})
