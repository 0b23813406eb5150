import type { HttpTypes } from "@medusajs/framework/types"
import { unique, useShop } from "../../support"
import { checkoutBed, freshPhone, NAIROBI } from "../checkout/bed"
import type { ProductReply, ProductsReply } from "./bed"

const shop = useShop()
const { variantOf } = checkoutBed(shop)

const two = () =>
  shop.fixtures.product({ variants: [{ title: "On" }, { title: "Off" }] })

const idsOf = (product: HttpTypes.AdminProduct) =>
  (product.variants ?? []).map(({ id }) => id)

const turn = (product: string, variant: string, active: boolean) =>
  shop.admin<ProductReply>(`/products/${product}/variants/${variant}`, {
    body: { additional_data: { profile: { active } } },
  })

const shown = async (path: string) =>
  (await shop.store<ProductReply & ProductsReply>(path)).body

describe("an inactive variant", () => {
  it("is in no answer to a shopper until it is active again", async () => {
    const product = await two()
    const [on, off] = idsOf(product)
    expect((await turn(product.id, off, false)).status).toBe(200)
    const seen = async () => {
      const one = await shown(`/products/${product.id}`)
      const listed = await shown(`/products?id=${product.id}`)
      const variants = await shop.store<{
        variants: { id: string }[]
        count: number
      }>(`/product-variants?id[]=${on}&id[]=${off}`)
      const single = await shop.store(`/product-variants/${off}`)
      return [
        one.product.variants?.map(({ id }) => id).sort(),
        listed.products[0].variants?.map(({ id }) => id).sort(),
        variants.body.variants.map(({ id }) => id).sort(),
        variants.body.count,
        single.status,
      ]
    }

    expect(await seen()).toEqual([[on], [on], [on], 1, 404])
    const hidden = await shown(`/products/${product.id}`)
    expect(JSON.stringify(hidden)).not.toContain(off)
    expect(hidden.product).not.toHaveProperty("product_profile")

    await turn(product.id, off, true)
    const both = [on, off].sort()
    expect(await seen()).toEqual([both, both, both, 2, 200])
  })

  it("counts for no stock, price or attribute of a list", async () => {
    const brand = unique("brand")
    const product = await shop.fixtures.product({
      profile: { brand },
      variants: [
        { title: "On", stock: 0, prices: { kes: 500 } },
        { title: "Off", stock: 5, prices: { kes: 100 } },
      ],
    })
    const [, off] = idsOf(product)
    const count = async (query: string) =>
      (await shown(`/products?brand=${brand}&${query}`)).count
    const region = `region_id=${shop.seed.regions.ke}`
    expect(await count("in_stock=true")).toBe(1)

    await turn(product.id, off, false)

    expect(await count("in_stock=true")).toBe(0)
    expect(await count("attributes=Kind:Off")).toBe(0)
    expect(await count(`max_price=499&${region}`)).toBe(0)
    expect(await count(`max_price=500&${region}`)).toBe(1)
  })

  it("cannot be put into a cart, new or old", async () => {
    const product = await two()
    const [on, off] = idsOf(product)
    await turn(product.id, off, false)
    const cart = await shop.fixtures.cart({ items: [{ variant_id: on }] })
    const item = { variant_id: off, quantity: 1 }

    const replies = [
      await shop.store<ProductReply>(`/carts/${cart.id}/line-items`, {
        body: item,
      }),
      await shop.store<ProductReply>("/carts", {
        body: { region_id: shop.seed.regions.ke, items: [item] },
      }),
    ]

    for (const { status, body } of replies) {
      expect([status, body.code]).toEqual([400, "item_unavailable"])
      expect(body.details).toEqual([
        { field: "variant_id", message: "is not for sale", variant_id: off },
      ])
    }
    const lines = await shop.sql(
      "select variant_id from cart_line_item where cart_id = $1",
      [cart.id]
    )
    expect(lines).toEqual([{ variant_id: on }])
  })

  it("is not sold from a cart it was put into before", async () => {
    const product = await two()
    const [, off] = idsOf(product)
    const cart = await shop.fixtures.cart({ items: [{ variant_id: off }] })
    const { body: paid } =
      await shop.store<HttpTypes.StorePaymentCollectionResponse>(
        "/payment-collections",
        { body: { cart_id: cart.id } }
      )
    await shop.store(
      `/payment-collections/${paid.payment_collection.id}/payment-sessions`,
      { body: { provider_id: "pp_system_default" } }
    )
    await turn(product.id, off, false)

    const completed = await shop.store<ProductReply>(
      `/carts/${cart.id}/complete`,
      { method: "POST" }
    )
    const checkout = await shop.store<ProductReply>("/checkout", {
      body: {
        items: [{ variant_id: off, quantity: 1 }],
        region_id: shop.seed.regions.ke,
        phone: freshPhone(),
        shipping_address: NAIROBI,
        payment: { method: "cash" },
      },
    })

    expect(completed.body.code).toBe("item_unavailable")
    expect([checkout.status, checkout.body.code]).toEqual([
      400,
      "item_unavailable",
    ])
    expect(
      await shop.sql("select id from order_line_item where variant_id = $1", [
        off,
      ])
    ).toEqual([])
  })

  it("is made and switched in a batch", async () => {
    const product = await two()
    const [on, off] = idsOf(product)
    await shop.admin(`/products/${product.id}/variants/${off}`, {
      method: "DELETE",
    })
    const { status, body } = await shop.admin<{
      created: { id: string }[]
    }>(`/products/${product.id}/variants/batch`, {
      body: {
        create: [
          {
            title: "New",
            prices: [],
            options: { Kind: "Off" },
            additional_data: { profile: { active: false } },
          },
        ],
        update: [{ id: on, additional_data: { profile: { active: false } } }],
      },
    })

    expect(status).toBe(200)
    const rows = await shop.sql(
      "select inactive_variants from product_profile where product_id = $1",
      [product.id]
    )
    expect(rows).toEqual([
      { inactive_variants: [on, body.created[0].id].sort() },
    ])
  })

  it.each([
    [{ profile: { active: "no" } }, "profile.active"],
    [{ profile: { shown: true } }, "profile.shown"],
    [{ active: true }, "active"],
  ])("refuses %j", async (additional_data, field) => {
    const product = await two()
    const [on] = idsOf(product)
    const path = `/products/${product.id}/variants`
    const one = await shop.admin<ProductReply>(`${path}/${on}`, {
      body: { additional_data },
    })
    const many = await shop.admin<ProductReply>(`${path}/batch`, {
      body: { update: [{ id: on, additional_data }] },
    })

    expect([one.status, many.status]).toEqual([400, 400])
    expect(one.body.details?.[0].field).toBe(`additional_data.${field}`)
    expect(many.body.details?.[0].field).toBe(
      `update.0.additional_data.${field}`
    )
  })
})

describe("the SKU prefix", () => {
  const prefix = () =>
    unique("P")
      .replace(/[^A-Za-z0-9]+/g, "-")
      .toUpperCase()

  const made = async (sku_prefix: string, titles: string[]) => {
    const handle = unique("product")
    const { status, body } = await shop.admin<ProductReply>(
      "/products?fields=*variants,*variants.inventory_items.inventory",
      {
        body: {
          title: handle,
          handle,
          options: [{ title: "Kind", values: titles }],
          variants: titles.map((title) => ({
            title,
            options: { Kind: title },
            prices: [],
          })),
          additional_data: { profile: { sku_prefix } },
        },
      }
    )
    expect(status).toBe(200)
    return body.product
  }

  it("fills what is missing, on the variant and on its stock", async () => {
    const sku = prefix()
    const product = await made(sku, ["Navy / Large", "ঘড়ি"])

    expect((product.variants ?? []).map((one) => one.sku).sort()).toEqual(
      [sku, `${sku}-NAVY-LARGE`].sort()
    )
    const items = await shop.sql(
      "select sku from inventory_item where sku like $1 order by sku",
      [`${sku}%`]
    )
    expect(items).toHaveLength(2)
  })

  it("leaves what staff wrote, and fills a variant that comes later", async () => {
    const sku = prefix()
    const product = await made(sku, ["One", "Two", "Three"])
    const own = unique("own")
    const path = `/products/${product.id}/variants/batch`
    const later = (product.variants ?? []).filter(
      ({ title }) => title !== "One"
    )
    await shop.admin(path, { body: { delete: later.map(({ id }) => id) } })
    const { status } = await shop.admin(path, {
      body: {
        create: [
          { title: "Two", sku: own, prices: [], options: { Kind: "Two" } },
          { title: "Three", prices: [], options: { Kind: "Three" } },
        ],
      },
    })
    expect(status).toBe(200)

    const rows = await shop.sql<{ sku: string }>(
      `select sku from product_variant
        where product_id = $1 and deleted_at is null`,
      [product.id]
    )
    expect(rows.map((row) => row.sku).sort()).toEqual(
      [own, `${sku}-ONE`, `${sku}-THREE`].sort()
    )
  })

  it("gives six products at once six different ones", async () => {
    const sku = prefix()
    const products = await Promise.all(
      Array.from({ length: 6 }, () => made(sku, ["Same"]))
    )
    const skus = products.flatMap((product) =>
      (product.variants ?? []).map((variant) => variant.sku)
    )

    expect(skus.sort()).toEqual(
      [`${sku}-SAME`, ...[2, 3, 4, 5, 6].map((n) => `${sku}-SAME-${n}`)].sort()
    )
  })
})

it("sells what is active as before", async () => {
  const cart = await shop.fixtures.cart({
    items: [{ variant_id: await variantOf() }],
  })
  expect(cart.items).toHaveLength(1)
})
