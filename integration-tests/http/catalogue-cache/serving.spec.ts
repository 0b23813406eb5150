import type { HttpTypes } from "@medusajs/framework/types"
import { unique, useShop } from "../../support"
import { BYPASS, cacheBed, HIT, MISS, type Shown } from "./bed"

const shop = useShop()
const { ask, warm, count, groupsOf } = cacheBed(shop)
const OWN = "http://localhost:8000"

type Products = { products: Shown[]; count: number }

let product: HttpTypes.AdminProduct
let groups: Awaited<ReturnType<typeof groupsOf>>

beforeAll(async () => {
  product = await shop.fixtures.product()
  groups = await groupsOf(product.id)
  await warm(list())
})

const list = (more = "") =>
  `/products?id=${product.id}&region_id=${shop.seed.regions.ke}${more}`

describe("an answer that is kept", () => {
  it.each([
    ["a list", () => list()],
    ["a product", () => `/products/${product.id}`],
    ["what goes with it", () => `/products/${product.id}/related`],
    ["categories", () => "/product-categories?limit=2"],
    ["a category", () => `/product-categories/${groups.category}`],
    ["tags", () => "/product-tags?limit=2"],
    ["a tag", () => `/product-tags/${groups.tag}`],
  ])("of %s is the very one Medusa gave", async (_, path) => {
    const url = `${path()}${path().includes("?") ? "&" : "?"}locale=${unique("l")}`
    const made = await ask(url)
    const kept = await warm(url)

    expect([made.status, made.from]).toEqual([200, MISS])
    expect(kept.status).toBe(200)
    expect(kept.body).toEqual(made.body)
    expect(kept.headers.get("etag")).toBe(made.headers.get("etag"))
    expect(kept.headers.get("content-type")).toBe(
      "application/json; charset=utf-8"
    )
  })

  it("is found whatever the order of the parameters", async () => {
    const [path, query] = list("&limit=3").split("?")
    await warm(`${path}?${query}`)
    const turned = await ask(`${path}?${query.split("&").reverse().join("&")}`)

    expect(turned.from).toBe(HIT)
  })

  it("is another for each thing it depends on", async () => {
    await warm(list())
    const { publishable_key: own } = shop.seed
    const staff = await shop.asSuperAdmin()
    const { body } = await staff.admin<{ api_key: { token: string } }>(
      "/api-keys",
      { body: { title: unique("key"), type: "publishable" } }
    )
    const other = (headers: Record<string, string>) =>
      ask(list(), { headers: { "x-publishable-api-key": own, ...headers } })

    for (const reply of [
      await ask(list("&fields=id")),
      await ask(list("&limit=1")),
      await ask(list("&country_code=ke")),
      await ask(list("&order=-title")),
      await other({ "x-medusa-locale": "sw-KE" }),
    ]) {
      expect([reply.status, reply.from]).toEqual([200, MISS])
    }
    const unlinked = await other({
      "x-publishable-api-key": body.api_key.token,
    })
    expect(unlinked.from).not.toBe(HIT)
  })

  it("is sent with its own request id, limits and security headers", async () => {
    const path = list("&offset=0")
    await warm(path)
    const id = unique("request-0001")
    const { from, headers } = await ask(path, {
      headers: { "x-request-id": id, origin: OWN },
    })

    expect(from).toBe(HIT)
    expect(headers.get("x-request-id")).toBe(id)
    expect(headers.get("x-content-type-options")).toBe("nosniff")
    expect(Number(headers.get("ratelimit-remaining"))).toBeGreaterThan(0)
    expect(headers.has("x-powered-by")).toBe(false)
    expect(headers.get("access-control-allow-origin")).toBe(OWN)
    expect(headers.get("access-control-allow-credentials")).toBe("true")
  })

  it("is not readable to a page of another origin", async () => {
    await warm(list())
    const { from, headers } = await ask(list(), {
      headers: { origin: "https://evil.example" },
    })

    expect(from).toBe(HIT)
    expect(headers.has("access-control-allow-origin")).toBe(false)
  })

  it("costs no second answer when the caller has it", async () => {
    const { headers } = await warm(list())
    const etag = headers.get("etag") ?? ""
    const ifNone = (tag: string) =>
      ask<string>(list(), { headers: { "if-none-match": tag } })

    const same = await ifNone(`"other", ${etag}`)
    expect([same.status, same.body]).toEqual([304, ""])
    expect(same.headers.get("etag")).toBe(etag)
    expect((await ifNone('"other"')).status).toBe(200)
  })

  it("says to browsers and CDNs for whom it is, and that they must ask", async () => {
    const { headers } = await warm(list())

    expect(headers.get("cache-control")).toBe(
      "public, max-age=0, must-revalidate"
    )
    expect(headers.get("vary")).toBe(
      "Origin, Authorization, Cookie, x-publishable-api-key, x-medusa-locale"
    )
  })

  it("is counted, with its route in the metrics of requests", async () => {
    const name = 'catalogue_cache_requests_total{outcome="hit"}'
    const path = `/products/${product.id}?fields=id,title`
    await warm(path)
    const before = await count(name)
    const requests =
      'http_request_duration_seconds_count{method="GET",route="/store/products/:id",status="200"}'
    const answered = await count(requests)
    await warm(path)

    expect(await count(name)).toBeGreaterThan(before)
    expect(await count(requests)).toBeGreaterThan(answered)
    expect(await count("catalogue_cache_entries")).toBeGreaterThan(0)
    expect(await count("catalogue_cache_bytes")).toBeGreaterThan(0)
  })
})

describe("what is never kept", () => {
  const personal = async (path: string, init = {}) => {
    await ask(path, init)
    const { from, headers, status } = await ask(path, init)
    return { from, status, control: headers.get("cache-control") }
  }
  const apart = { from: BYPASS, status: 200, control: "private, no-store" }

  it("is what a customer or a session is shown", async () => {
    const { token } = await shop.asCustomer()
    await warm(list())

    expect(await personal(list(), { token })).toEqual(apart)
    expect(
      await personal(list(), { headers: { cookie: "connect.sid=s%3Aone" } })
    ).toEqual(apart)
  })

  it("is what a cart is shown, however its name is written", async () => {
    const { id } = await shop.fixtures.cart()

    expect(await personal(`${list()}&cart_id=${id}`)).toEqual(apart)
    expect(await personal(`${list()}&c%61rt_id=${id}`)).toEqual(apart)
  })

  it("is a list of one's own", async () => {
    const { headers, status } = await ask(
      `/products/recently-viewed?ids=${product.id}`
    )
    expect([status, headers.get("cache-status")]).toEqual([200, null])
  })

  it("is a cart, or anything else that is bought with", async () => {
    const { id } = await shop.fixtures.cart()
    const { headers, status } = await ask(`/carts/${id}`)

    expect([status, headers.get("cache-status")]).toEqual([200, null])
  })

  it("is a refusal, which stays what it was", async () => {
    const wrong = async (path: string, init = {}) => {
      await ask(path, init)
      const { status, body, headers } = await ask<{ code?: string }>(path, init)
      return [status, body.code, headers.get("cache-control")]
    }
    const none = unique("prod")

    expect(await wrong(list("&nonsense=1"))).toEqual([
      400,
      "invalid_data",
      "private, no-store",
    ])
    expect(await wrong(`/products/${none}`)).toEqual([
      404,
      "not_found",
      "private, no-store",
    ])
    const noKey = { headers: { "x-publishable-api-key": unique("pk") } }
    const [status, , control] = await wrong(list(), noKey)
    expect([status, control]).toEqual([400, "private, no-store"])
  })
})

it("works an answer out once for all who ask at the same time", async () => {
  const name = 'catalogue_cache_requests_total{outcome="miss"}'
  const path = `/products/${product.id}/related?locale=${unique("l")}`
  const before = await count(name)
  const replies = await Promise.all(
    Array.from({ length: 12 }, () => ask<Products>(path))
  )

  expect(replies.map(({ status }) => status)).toEqual(Array(12).fill(200))
  expect(replies.filter(({ from }) => from === MISS)).toHaveLength(1)
  expect((await count(name)) - before).toBe(1)
})
