import type { HttpTypes } from "@medusajs/framework/types"
import { unique, useShop } from "../../support"
import { idsOf, search, soon } from "./bed"

const shop = useShop()

let product: HttpTypes.AdminProduct
let item: string
let location: string

const mine = (filters: object) => async () =>
  idsOf(await search(shop, { filters: { id: product.id, ...filters } }))

const becomes = (filters: object, there: boolean) =>
  soon(mine(filters), there ? [product.id] : [])

const send = async (path: string, body?: object, method?: string) => {
  const owner = await shop.asSuperAdmin()
  const { status } = await owner.admin(path, {
    body,
    ...(method ? { method } : {}),
  })
  expect({ path, ok: status < 300 }).toEqual({ path, ok: true })
}

const variant = () => product.variants?.[0].id ?? ""

beforeAll(async () => {
  product = await shop.fixtures.product({
    prices: { kes: 1000 },
    profile: { brand: unique("brand") },
  })
  const [row] = await shop.sql<{ item: string; location: string }>(
    `select l.inventory_item_id as item, l.location_id as location
       from inventory_level l
       join product_variant_inventory_item i
         on i.inventory_item_id = l.inventory_item_id
      where i.variant_id = $1`,
    [variant()]
  )
  item = row.item
  location = row.location
  await becomes({}, true)
})

it("follows the product and its profile", async () => {
  const title = `Newname${unique("t").replace(/[^a-z]/g, "")}`
  await send(`/products/${product.id}`, {
    title,
    additional_data: { profile: { featured: true } },
  })
  await becomes({ q: title, featured: true }, true)
  await send(`/products/${product.id}`, { status: "draft" })
  await becomes({}, false)
  await send(`/products/${product.id}`, { status: "published" })
  await becomes({}, true)
})

it("follows variants and options", async () => {
  const sku = unique("sku")
  await send(`/products/${product.id}/variants/${variant()}`, { sku })
  await becomes({ sku }, true)
  await send(`/products/${product.id}/variants/${variant()}`, {
    additional_data: { profile: { active: false } },
  })
  await becomes({ sku }, false)
  await send(`/products/${product.id}/variants/${variant()}`, {
    additional_data: { profile: { active: true } },
  })
  await becomes({ sku }, true)
})

it("follows prices and price lists", async () => {
  await send(`/products/${product.id}/variants/${variant()}`, {
    prices: [{ currency_code: "kes", amount: 1500 }],
  })
  await becomes({ "price.kes": 1500 }, true)

  const { body } = await shop.admin<HttpTypes.AdminPriceListResponse>(
    "/price-lists",
    {
      body: {
        title: unique("list"),
        description: "Of the test",
        type: "sale",
        status: "active",
        prices: [{ variant_id: variant(), currency_code: "kes", amount: 900 }],
      },
    }
  )
  const list = `/price-lists/${body.price_list.id}`
  await becomes({ "price.kes": 900, "on_sale.kes": true }, true)
  await send(list, { status: "draft" })
  await becomes({ "price.kes": 1500, "on_sale.kes": false }, true)
  await send(list, { status: "active" })
  await becomes({ "price.kes": 900 }, true)
  await send(list, undefined, "DELETE")
  await becomes({ "price.kes": 1500 }, true)
})

it("follows stock and reservations", async () => {
  const level = `/inventory-items/${item}/location-levels/${location}`
  await send(level, { stocked_quantity: 0 })
  await becomes({ in_stock: true }, false)
  await send(`/products/${product.id}/stock`, { stock: 2 })
  await becomes({ in_stock: true }, true)
  const { body } = await shop.admin<HttpTypes.AdminReservationResponse>(
    "/reservations",
    { body: { inventory_item_id: item, location_id: location, quantity: 2 } }
  )
  await becomes({ in_stock: true }, false)
  await send(`/reservations/${body.reservation.id}`, undefined, "DELETE")
  await becomes({ in_stock: true }, true)
})

it("follows categories and tags", async () => {
  const { body } = await shop.admin<HttpTypes.AdminProductCategoryResponse>(
    "/product-categories",
    { body: { name: unique("shelf"), is_active: true } }
  )
  const { id, handle } = body.product_category
  await send(`/product-categories/${id}/products`, { add: [product.id] })
  await becomes({ category: handle }, true)
  const renamed = unique("renamed")
  await send(`/product-categories/${id}`, { handle: renamed })
  await becomes({ category: renamed }, true)
  await send(`/product-categories/${id}`, { is_active: false })
  await becomes({ category: renamed }, false)

  const tag = product.tags?.[0].id ?? ""
  const { body: fresh } = await shop.admin<HttpTypes.AdminProductTagResponse>(
    "/product-tags",
    { body: { value: unique("tag") } }
  )
  await send(`/products/${product.id}`, {
    tags: [{ id: tag }, { id: fresh.product_tag.id }].filter(
      ({ id: of }) => of
    ),
  })
  await becomes({ tag: fresh.product_tag.value }, true)
  const value = unique("other")
  await send(`/product-tags/${fresh.product_tag.id}`, { value })
  await becomes({ tag: value }, true)
  const show = (is_visible: boolean) =>
    send(`/product-tags/${fresh.product_tag.id}`, {
      additional_data: { profile: { is_visible } },
    })
  await show(false)
  await becomes({ tag: value }, false)
  await show(true)
  await becomes({ tag: value }, true)
})

it("follows the original box", async () => {
  await send(`/products/${product.id}/original-box`, {
    prices: [{ currency_code: "kes", amount: 100 }],
  })
  await becomes({ has_original_box: true }, true)
  await send(`/products/${product.id}/original-box`, undefined, "DELETE")
  await becomes({ has_original_box: true }, false)
})

it("follows the channels", async () => {
  // Where there is only one, all products are sold in it.
  await send("/sales-channels", { name: unique("channel") })
  const [{ channel }] = await shop.sql<{ channel: string }>(
    "select sales_channel_id as channel from product_sales_channel where product_id = $1 and deleted_at is null",
    [product.id]
  )
  await send(`/sales-channels/${channel}/products`, { remove: [product.id] })
  await becomes({}, false)
  await send(`/sales-channels/${channel}/products`, { add: [product.id] })
  await becomes({}, true)
})

it("forgets what was deleted", async () => {
  await send(`/products/${product.id}`, undefined, "DELETE")
  await becomes({}, false)
  const [{ count }] = await shop.sql<{ count: number }>(
    `select count(*)::int from search_pg_product_v1 where id = $1`,
    [product.id]
  )
  expect(count).toBe(0)
})
