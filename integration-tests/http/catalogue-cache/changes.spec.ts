import type { HttpTypes } from "@medusajs/framework/types"
import { type Shop, shopAt, startServer, unique } from "../../support"
import { reviewBed } from "../reviews/bed"
import { cacheBed, HIT, type Shown } from "./bed"

/** A server of its own: regions, taxes and keys are changed. */
let shop: Shop
let bed: ReturnType<typeof cacheBed>
let product: HttpTypes.AdminProduct
let variant: string
let channel: string

type One = { product: Shown }

beforeAll(async () => {
  shop = shopAt(await startServer())
  bed = cacheBed(shop)
  product = await shop.fixtures.product({
    prices: { kes: 1000, usd: 10 },
    stock: 5,
  })
  variant = product.variants?.[0].id ?? ""
  const [found] = await shop.sql<{ id: string }>(
    "select sales_channel_id as id from product_sales_channel where product_id = $1",
    [product.id]
  )
  channel = found.id
}, 300_000)

const page = (fields: string) =>
  `/products/${product.id}?region_id=${shop.seed.regions.ke}&country_code=ke&fields=${fields}`

const listed = (fields: string) =>
  `/products?id=${product.id}&region_id=${shop.seed.regions.ke}&country_code=ke&fields=${fields}`

/**
 * Warm before and right after: on the page of the product and in the list, by
 * the first read that follows the change.
 */
async function follows<Value>(
  fields: string,
  value: (shown: Shown) => Value,
  [before, after]: [Value, Value],
  change: () => Promise<unknown>
) {
  const one = await bed.warm<One>(page(fields))
  const many = await bed.warm<{ products: Shown[] }>(listed(fields))
  expect([value(one.body.product), value(many.body.products[0])]).toEqual([
    before,
    before,
  ])

  await change()

  const next = await bed.ask<One>(page(fields))
  const list = await bed.ask<{ products: Shown[] }>(listed(fields))
  expect([value(next.body.product), value(list.body.products[0])]).toEqual([
    after,
    after,
  ])
}

const PRICED = "id,*variants.calculated_price"
const priceOf = ({ variants }: Shown) =>
  variants?.[0].calculated_price?.calculated_amount
const taxedOf = ({ variants }: Shown) =>
  variants?.[0].calculated_price?.calculated_amount_with_tax

const update = (body: object) => bed.change(`/products/${product.id}`, body)

it("a product", () =>
  follows(
    "id,subtitle",
    ({ subtitle }) => subtitle,
    [null, "New"],
    () => update({ subtitle: "New" })
  ))

it("a variant", () =>
  follows(
    "id,variants.title",
    ({ variants }) => variants?.[0].title,
    ["Kind 1", "Only kind"],
    () =>
      bed.change(`/products/${product.id}/variants/${variant}`, {
        title: "Only kind",
      })
  ))

it("its profile", () =>
  follows(
    "id,product_profile.brand",
    ({ product_profile }) => product_profile?.brand ?? null,
    [null, "Zuberon"],
    () => update({ additional_data: { profile: { brand: "Zuberon" } } })
  ))

it("a price", () =>
  follows(PRICED, priceOf, [1000, 900], () =>
    bed.change(`/products/${product.id}/variants/${variant}`, {
      prices: [
        { currency_code: "kes", amount: 900 },
        { currency_code: "usd", amount: 10 },
      ],
    })
  ))

describe("a price list", () => {
  let list: string
  const sale = async (more: object) => {
    const { price_list } = await bed.change<{ price_list: { id: string } }>(
      "/price-lists",
      {
        title: unique("list"),
        description: "Of the test",
        type: "sale",
        status: "active",
        prices: [{ variant_id: variant, currency_code: "kes", amount: 700 }],
        ...more,
      }
    )
    list = price_list.id
  }
  const end = () => bed.change(`/price-lists/${list}`, undefined, "DELETE")
  const at = (seconds: number) =>
    new Date(Date.now() + seconds * 1000).toISOString()
  /** By the clock of the database, which decides. */
  const passed = async (moment: string) => {
    const isOver = async () => {
      const [{ over }] = await shop.sql<{ over: boolean }>(
        "select clock_timestamp() > $1::timestamptz as over",
        [moment]
      )
      return over
    }
    while (!(await isOver())) {
      await new Promise((done) => setTimeout(done, 50))
    }
  }

  it("that is made and deleted", async () => {
    await follows(PRICED, priceOf, [900, 700], () => sale({}))
    await follows(PRICED, priceOf, [700, 900], end)
  })

  it("that begins and ends by itself", async () => {
    const [begins, ends] = [at(8), at(14)]
    await sale({ starts_at: begins, ends_at: ends })
    await follows(PRICED, priceOf, [900, 700], () => passed(begins))
    // Around the moment nothing is kept; after it, until the next.
    await follows(PRICED, priceOf, [700, 900], () => passed(ends))
    await end()
  })
})

describe("stock", () => {
  const STOCK = "id,+variants.inventory_quantity"
  const left = ({ variants }: Shown) => variants?.[0].inventory_quantity

  it("that staff set", () =>
    follows(STOCK, left, [5, 9], () =>
      bed.change(`/products/${product.id}/stock`, { stock: 9 })
    ))

  it("that an order reserves", () =>
    follows(STOCK, left, [9, 7], () =>
      shop.fixtures.order({ items: [{ variant_id: variant, quantity: 2 }] })
    ))

  it("does not touch what shows none", async () => {
    const path = page("id,handle")
    await bed.warm(path)
    await bed.change(`/products/${product.id}/stock`, { stock: 8 })

    expect((await bed.ask(path)).from).toBe(HIT)
  })

  it("decides what a list has", async () => {
    const path = `/products?id=${product.id}&in_stock=true&fields=id`
    const before = await bed.warm<{ count: number }>(path)
    // Two are reserved.
    await bed.change(`/products/${product.id}/stock`, { stock: 2 })
    const after = await bed.ask<{ count: number }>(path)

    expect([before.body.count, after.body.count]).toEqual([1, 0])
    await bed.change(`/products/${product.id}/stock`, { stock: 20 })
  })
})

it("what reviews say", async () => {
  const reviews = reviewBed(shop)
  const first = await reviews.reviewed(product, { rating: 5 })
  await follows(
    "id,review_summary.rating_average",
    ({ review_summary }) => review_summary?.rating_average,
    [5, 3],
    async () => {
      const { status } = await first.author.store(
        `/reviews/${first.review.id}`,
        { body: { rating: 3 } }
      )
      expect(status).toBe(200)
    }
  )
})

it("its original box and what that costs", async () => {
  const box = ({ original_box }: Shown) =>
    original_box?.calculated_price?.calculated_amount ?? null
  const offer = (amount: number) =>
    bed.change(`/products/${product.id}/original-box`, {
      prices: [{ currency_code: "kes", amount }],
    })
  const fields = "id,+original_box"

  await follows(fields, box, [null, 500], () => offer(500))
  await follows(fields, box, [500, 450], () => offer(450))
  await follows(fields, box, [450, null], () =>
    bed.change(`/products/${product.id}/original-box`, { offered: false })
  )
})

it("a category, where it is listed and on its own page", async () => {
  const { category: id } = await bed.groupsOf(product.id)
  type Category = { product_category: { description: string } }
  const path = `/product-categories/${id}`
  const all = `/product-categories?id=${id}`
  type Categories = { product_categories: { description: string }[] }
  await bed.warm(path)
  await bed.warm(all)

  await follows(
    "id,*categories",
    ({ categories }) => categories?.[0].description,
    ["", "For the wrist"],
    () => bed.change(path, { description: "For the wrist" })
  )

  expect(
    (await bed.ask<Category>(path)).body.product_category.description
  ).toBe("For the wrist")
  expect(
    (await bed.ask<Categories>(all)).body.product_categories[0].description
  ).toBe("For the wrist")
})

it("a tag, where it is listed and on its own page", async () => {
  const { tag: id } = await bed.groupsOf(product.id)
  const value = unique("tag")
  const path = `/product-tags/${id}`
  const before = await bed.warm<{ product_tag: { value: string } }>(path)
  await bed.warm(`/product-tags?id=${id}`)

  await follows(
    "id,tags.value",
    ({ tags }) => tags?.[0].value,
    [before.body.product_tag.value, value],
    () => bed.change(path, { value })
  )

  const one = await bed.ask<{ product_tag: { value: string } }>(path)
  const many = await bed.ask<{ product_tags: { value: string }[] }>(
    `/product-tags?id=${id}`
  )
  expect(one.body.product_tag.value).toBe(value)
  expect(many.body.product_tags[0].value).toBe(value)
})

it("a tax", async () => {
  const [rate] = await shop.sql<{ id: string; rate: number }>(
    `select r.id, r.rate from tax_rate r
       join tax_region t on t.id = r.tax_region_id and t.country_code = 'ke'
      where r.is_default and r.deleted_at is null and t.deleted_at is null`
  )
  const shown = await bed.warm<One>(page(PRICED))
  const before = taxedOf(shown.body.product)
  await bed.change(`/tax-rates/${rate.id}`, { rate: 50 })
  const after = await bed.ask<One>(page(PRICED))

  const price = after.body.product.variants?.[0].calculated_price
  expect(after.from).not.toBe(HIT)
  expect([
    price?.calculated_amount_with_tax,
    price?.calculated_amount_without_tax,
  ]).not.toEqual([
    before,
    shown.body.product.variants?.[0].calculated_price
      ?.calculated_amount_without_tax,
  ])
  await bed.change(`/tax-rates/${rate.id}`, { rate: rate.rate })
})

it("a region", () =>
  follows(PRICED, priceOf, [900, 10], () =>
    bed.change(`/regions/${shop.seed.regions.ke}`, { currency_code: "usd" })
  ))

it("a channel a product is taken from", async () => {
  await bed.warm(page("id"))
  await bed.change(`/sales-channels/${channel}/products`, {
    remove: [product.id],
  })
  expect((await bed.ask(page("id"))).status).toBe(404)

  await bed.change(`/sales-channels/${channel}/products`, {
    add: [product.id],
  })
  expect((await bed.ask(page("id"))).status).toBe(200)
})

it("a key that loses a channel, or is revoked", async () => {
  const { api_key } = await bed.change<{
    api_key: { id: string; token: string }
  }>("/api-keys", { title: unique("key"), type: "publishable" })
  const keyed = { headers: { "x-publishable-api-key": api_key.token } }
  const channels = (body: object) =>
    bed.change(`/api-keys/${api_key.id}/sales-channels`, body)
  await channels({ add: [channel] })
  await bed.warm(page("id"), keyed)
  const regions = () => shop.store("/regions", keyed)
  expect((await regions()).status).toBe(200)

  await channels({ remove: [channel] })
  const unlinked = await bed.ask(page("id"), keyed)
  expect(unlinked.from).not.toBe(HIT)
  await channels({ add: [channel] })
  await bed.warm(page("id"), keyed)

  await bed.change(`/api-keys/${api_key.id}/revoke`, {})
  const revoked = await bed.ask(page("id"), keyed)
  expect([revoked.status, revoked.from]).toEqual([400, "duka; fwd=bypass"])
  expect((await regions()).status).toBe(400)
})

it("a product that is no longer published", async () => {
  await bed.warm(page("id"))
  await update({ status: "draft" })

  expect((await bed.ask(page("id"))).status).toBe(404)
  await update({ status: "published" })
})

it("a promotion touches nothing, for no page shows one", async () => {
  await bed.warm(page("id,title"))
  await bed.change("/promotions", {
    code: unique("CODE").toUpperCase(),
    type: "standard",
    status: "active",
    application_method: {
      ...{ type: "percentage", target_type: "order", value: 10 },
      currency_code: "kes",
    },
  })

  expect((await bed.ask(page("id,title"))).from).toBe(HIT)
})
