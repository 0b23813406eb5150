import type { HttpTypes } from "@medusajs/framework/types"
import { unique, useShop } from "../../support"
import { amounts, BOX_PRICES, boxBed } from "../original-box/bed"
import type { ProductsReply } from "./bed"

const shop = useShop()
const { offer } = boxBed(shop)

/** Everything here is one brand's, so that nothing else is counted. */
const brand = unique("brand")
const other = unique("brand")
const region = () => shop.seed.regions.ke

const list = async (query: string) => {
  const { status, body } = await shop.store<ProductsReply>(
    `/products?fields=id,handle&${query}`
  )
  return { status, body, handles: body.products?.map(({ handle }) => handle) }
}

const mine = (query: string) => list(`brand=${brand}&${query}`)

const make = (
  name: string,
  input: Parameters<typeof shop.fixtures.product>[0] = {}
) =>
  shop.fixtures.product({
    ...input,
    handle: `${name}-${brand}`,
    profile: { brand, ...input.profile },
  })

const named = (...names: string[]) => names.map((name) => `${name}-${brand}`)

const products: Record<string, HttpTypes.AdminProduct> = {}

async function sale(variant_id: string, amount: number, more: object = {}) {
  const { status } = await shop.admin("/price-lists", {
    body: {
      title: unique("sale"),
      description: "Of the test",
      type: "sale",
      status: "active",
      prices: [{ variant_id, currency_code: "kes", amount }],
      ...more,
    },
  })
  expect(status).toBe(200)
}

async function group(path: string, body: object, key: string) {
  const reply = await shop.admin<Record<string, { id: string }>>(path, { body })
  expect(reply.status).toBe(200)
  return reply.body[key].id
}

const tagValue = unique("Solar Power")
const parent = unique("parent")
const child = unique("child")

beforeAll(async () => {
  const tag = await group("/product-tags", { value: tagValue }, "product_tag")
  const above = await group(
    "/product-categories",
    { name: parent, handle: parent, is_active: true },
    "product_category"
  )
  const below = await group(
    "/product-categories",
    {
      name: child,
      handle: child,
      is_active: true,
      parent_category_id: above,
    },
    "product_category"
  )
  products.cheap = await make("cheap", {
    title: "Alpha 100%_pure",
    prices: { kes: 100, usd: 90 },
    stock: 0,
    profile: { featured: true },
    tags: [{ id: tag }],
    categories: [{ id: above }],
  })
  products.middle = await make("middle", {
    title: "Beta",
    prices: { kes: 500, usd: 5 },
    stock: 3,
    categories: [{ id: below }],
  })
  products.dear = await make("dear", {
    title: "gamma",
    prices: { kes: 900, usd: 9 },
    stock: null,
    variants: [{ title: "Red" }, { title: "Blue", prices: { kes: 950 } }],
  })
  await offer(products.middle.id, { prices: amounts(BOX_PRICES) })
  await shop.fixtures.product({ profile: { brand: other } })
  await sale(products.dear.variants?.[0].id ?? "", 300)
  await sale(products.cheap.variants?.[0].id ?? "", 10, {
    ends_at: "2020-01-01T00:00:00Z",
  })
  await shop.sql(
    `update product_profile set
       rating_average = case product_id when $1 then 3.5 when $2 then 4.5 end,
       rating_count = case product_id when $1 then 2 when $2 then 9 else 0 end,
       sold_count = case product_id when $1 then 7 when $2 then 1 else 3 end
     where product_id in ($1, $2, $3)`,
    [products.cheap.id, products.middle.id, products.dear.id]
  )
}, 300_000)

describe("the product list", () => {
  it("is filtered by one brand or several", async () => {
    const one = await mine("")
    const two = await list(`brand=${brand}&brand=${other}`)

    expect([one.status, one.body.count, two.body.count]).toEqual([200, 3, 4])
    expect(one.handles).toEqual(named("cheap", "middle", "dear"))
  })

  it.each([
    ["featured=true", ["cheap"]],
    ["featured=false", ["middle", "dear"]],
    ["has_original_box=true", ["middle"]],
    ["has_original_box=false", ["cheap", "dear"]],
    ["in_stock=true", ["middle", "dear"]],
    ["in_stock=false", ["cheap"]],
    ["min_rating=4", ["middle"]],
    ["min_rating=3.5", ["cheap", "middle"]],
    ["attributes=kind:red", ["dear"]],
    ["attributes=Kind:Red,Kind:Blue", ["dear"]],
    ["attributes=Kind:Red,Size:Large", []],
    ["q=ALPHA", ["cheap"]],
    ["q=100%25_", ["cheap"]],
    ["q=a", ["cheap", "middle", "dear"]],
    ["q=%25", ["cheap"]],
    ["q=eta&search_fields=title", ["middle"]],
    ["q=middle&search_fields=title", []],
    ["q=middle&search_fields=title,handle", ["middle"]],
    ["q=blue&search_fields=variant", ["dear"]],
    ["q=brand&search_fields=brand", ["cheap", "middle", "dear"]],
  ])("answers %s", async (query, names) => {
    const { status, body, handles } = await mine(query)

    expect(status).toBe(200)
    expect(handles).toEqual(named(...names))
    expect(body.count).toBe(names.length)
  })

  it.each([
    ["on_sale=true", ["dear"]],
    ["on_sale=false", ["cheap", "middle"]],
    ["max_price=300", ["cheap", "dear"]],
    ["max_price=299.99", ["cheap"]],
    ["min_price=500", ["middle", "dear"]],
    ["min_price=301&max_price=899", ["middle", "dear"]],
    ["order=price", ["cheap", "dear", "middle"]],
    ["order=-price", ["middle", "dear", "cheap"]],
    ["order=-price&on_sale=true", ["dear"]],
  ])("compares prices of the caller's region: %s", async (query, names) => {
    const { status, handles } = await mine(`region_id=${region()}&${query}`)

    expect(status).toBe(200)
    expect(handles).toEqual(named(...names))
  })

  it("knows the region by country and by cart as well, and its currency", async () => {
    const cart = await shop.fixtures.cart({
      market: "us",
      items: [{ variant_id: products.middle.variants?.[0].id ?? "" }],
    })

    expect((await mine("order=price&country_code=us")).handles).toEqual(
      named("middle", "dear", "cheap")
    )
    expect((await mine(`order=-price&cart_id=${cart.id}`)).handles).toEqual(
      named("cheap", "dear", "middle")
    )
  })

  it.each([
    ["order=newest", ["dear", "middle", "cheap"]],
    ["order=-newest", ["cheap", "middle", "dear"]],
    ["order=-rating", ["middle", "cheap", "dear"]],
    ["order=rating", ["cheap", "middle", "dear"]],
    ["order=best_selling", ["cheap", "dear", "middle"]],
    ["order=-best_selling", ["middle", "dear", "cheap"]],
    ["order=-created_at", ["dear", "middle", "cheap"]],
    ["order=title", ["cheap", "middle", "dear"]],
    ["order=-handle", ["middle", "dear", "cheap"]],
  ])("is sorted: %s", async (query, names) => {
    expect((await mine(query)).handles).toEqual(named(...names))
  })

  it("finds a tag by value and by slug, a category with those below it", async () => {
    const slug = tagValue.toLowerCase().replace(/[^a-z0-9]+/g, "-")

    expect((await list(`tag=${tagValue}`)).handles).toEqual(named("cheap"))
    expect((await list(`tag=${slug}`)).handles).toEqual(named("cheap"))
    expect((await list(`category=${child}`)).handles).toEqual(named("middle"))
    expect((await list(`category=${parent}`)).handles).toEqual(
      named("cheap", "middle")
    )
  })

  it("goes in pages that neither repeat nor leave out", async () => {
    const pages = await Promise.all(
      [0, 1, 2, 3].map((offset) =>
        mine(`order=best_selling&limit=1&offset=${offset}`)
      )
    )

    expect(pages.flatMap(({ handles }) => handles)).toEqual(
      named("cheap", "dear", "middle")
    )
    expect(
      pages.map(({ body }) => [body.count, body.limit, body.offset])
    ).toEqual([0, 1, 2, 3].map((offset) => [3, 1, offset]))
  })

  it("stands beside core's own filters", async () => {
    const ids = `id[]=${products.cheap.id}&id[]=${products.middle.id}`

    expect((await mine(ids)).handles).toEqual(named("cheap", "middle"))
    expect((await mine(`${ids}&in_stock=true`)).handles).toEqual(
      named("middle")
    )
    expect(
      (await mine("created_at[$gt]=2999-01-01T00:00:00Z")).body.count
    ).toBe(0)
  })

  it("shows drafts and other channels' products to nobody", async () => {
    const handle = unique("hidden")
    const { id } = await shop.fixtures.product({
      handle,
      status: "draft",
      profile: { brand: handle },
    })

    expect((await list(`brand=${handle}`)).body).toMatchObject({
      products: [],
      count: 0,
    })
    expect((await list(`brand=${handle}&id=${id}`)).body.count).toBe(0)
  })

  it("answers with prices and whole profiles when asked for them", async () => {
    const { body } = await shop.store<ProductsReply>(
      `/products?brand=${brand}&on_sale=true&region_id=${region()}&fields=*variants.calculated_price,*product_profile`
    )

    expect(body.products).toHaveLength(1)
    expect(body.products[0].product_profile).toMatchObject({ brand })
    const amounts = body.products[0].variants?.map(
      ({ calculated_price }) => calculated_price?.calculated_amount
    )
    expect(amounts?.sort()).toEqual([300, 950])
  })
})

describe("a list is refused", () => {
  it.each([
    ["featured=yes", "featured"],
    ["in_stock=1", "in_stock"],
    ["min_price=-1", "min_price"],
    ["min_price=ten", "min_price"],
    ["min_rating=6", "min_rating"],
    ["attributes=Red", "attributes"],
    ["search_fields=cost&q=a", "search_fields.0"],
    ["brand=", "brand"],
    [`brand=${"x".repeat(256)}`, "brand"],
    ["order=newest&variants[sku]=1", "variants"],
    ["order=price", "region_id"],
    ["on_sale=true", "region_id"],
    ["brand=a&order=product_cost.amount", "order"],
    ["brand=a&colour=red", "colour"],
  ])("for %s", async (query, field) => {
    const { status, body } = await list(query)

    expect(status).toBe(400)
    expect(body.details?.map((detail) => detail.field)).toEqual([field])
  })

  it("but never becomes part of a statement", async () => {
    const { status, body } = await list(
      `brand=${encodeURIComponent("'; drop table product_profile; --")}&q=${encodeURIComponent("' or 1=1 --")}`
    )

    expect([status, body.count]).toEqual([200, 0])
    expect((await mine("")).body.count).toBe(3)
  })
})
