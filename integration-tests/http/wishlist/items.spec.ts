import { useShop } from "../../support"
import { PICTURE } from "../../support/fixtures/product"
import {
  DELETE,
  type Item,
  type Refused,
  type Someone,
  wishlistBed,
} from "./bed"

const shop = useShop()
const { add, customer, listOf, product, read } = wishlistBed(shop)
const { ke, us } = shop.seed.regions

const filled = async () => {
  const { call } = await customer()
  return { call, list: await listOf(call) }
}

const wished = async (call: Someone, list: string) =>
  (await read(call, list)).items.map(({ product_id, variant_id }) => [
    product_id,
    variant_id,
  ])

describe("an entry", () => {
  it("shows the product as it is now, in the region of who asks", async () => {
    const { call, list } = await filled()
    const {
      id: product_id,
      title,
      handle,
      variant_ids,
    } = await product({
      title: "A watch",
      prices: { kes: 2500, usd: 20 },
      stock: 6,
    })
    const [variant_id] = variant_ids

    const added = await call(`/${list.id}/items`, {
      body: { product_id, variant_id, region_id: ke },
    })

    const item = {
      id: expect.stringMatching(/^witem_/),
      product_id,
      variant_id,
      notify: { back_in_stock: true, price_drop: true },
      created_at: expect.any(String),
      unavailable: false,
      product: { id: product_id, title, handle, thumbnail: PICTURE },
      variant: {
        id: variant_id,
        title: "Kind 1",
        sku: expect.any(String),
        thumbnail: null,
      },
      price: {
        amount: 2500,
        original_amount: 2500,
        currency_code: "kes",
        includes_tax: true,
      },
      stock: "in_stock",
    }
    expect([added.status, added.body]).toEqual([201, { item }])
    const page = await read(call, list.id, `?region_id=${us}`)
    expect(page).toMatchObject({ count: 1, limit: 10, offset: 0 })
    expect(page.wishlist.item_count).toBe(1)
    expect(page.items[0].price).toMatchObject({
      amount: 20,
      currency_code: "usd",
    })
    expect((await read(call, list.id)).items[0].price).toBeNull()
  })

  it.each([
    [0, "out"],
    [1, "low"],
    [5, "low"],
    [6, "in_stock"],
    [null, "in_stock"],
  ])("of which there are %p is %s", async (stock, state) => {
    const { call, list } = await filled()
    const { id: product_id } = await product({ stock })

    expect((await add(call, list.id, { product_id })).stock).toBe(state)
  })

  it("without a variant has the lowest price, and is there if one is", async () => {
    const { call, list } = await filled()
    const { id: product_id, variant_ids } = await product({
      variants: [
        { prices: { kes: 900 }, stock: 0 },
        { prices: { kes: 700 }, stock: 3 },
      ],
    })
    await add(call, list.id, { product_id })
    await add(call, list.id, { product_id, variant_id: variant_ids[0] })

    const { items } = await read(call, list.id, `?region_id=${ke}`)

    expect(
      items.map(({ variant_id, price, stock }) => [
        variant_id,
        price?.amount,
        stock,
      ])
    ).toEqual([
      [variant_ids[0], 900, "out"],
      [null, 700, "low"],
    ])
  })

  it("is one, added twenty times at once", async () => {
    const { call, list } = await filled()
    const { id: product_id, variant_ids } = await product()
    const body = { product_id, variant_id: variant_ids[0] }

    const added = await Promise.all(
      Array.from({ length: 20 }, () =>
        call<{ item: Item }>(`/${list.id}/items`, { body })
      )
    )

    expect(added.map(({ status }) => status).sort()).toEqual([
      ...Array(19).fill(200),
      201,
    ])
    expect(new Set(added.map(({ body }) => body.item.id)).size).toBe(1)
    expect(await wished(call, list.id)).toEqual([[product_id, variant_ids[0]]])
  })

  it("says what to be told, and goes", async () => {
    const { call, list } = await filled()
    const { id: product_id } = await product()
    const notify = { back_in_stock: false }
    const item = await add(call, list.id, { product_id, notify })
    expect(item.notify).toEqual({ back_in_stock: false, price_drop: true })

    const changed = await call<{ item: Item }>(`/${list.id}/items/${item.id}`, {
      body: { notify: { price_drop: false } },
    })
    expect(changed.body.item.notify).toEqual({
      back_in_stock: false,
      price_drop: false,
    })

    const removed = await call(`/${list.id}/items/${item.id}`, DELETE)
    expect(removed.body).toEqual({
      id: item.id,
      object: "wishlist_item",
      deleted: true,
    })
    expect(await wished(call, list.id)).toEqual([])
    const again = await call<Refused>(`/${list.id}/items/${item.id}`, DELETE)
    expect([again.status, again.body.code]).toEqual([
      404,
      "wishlist_item_not_found",
    ])
  })

  it("of a product that is not sold any more stays, marked", async () => {
    const { call, list } = await filled()
    const hidden = await product()
    const deleted = await product()
    const halved = await product({ variants: [{}, {}] })
    await add(call, list.id, { product_id: hidden.id })
    await add(call, list.id, { product_id: deleted.id })
    await add(call, list.id, {
      product_id: halved.id,
      variant_id: halved.variant_ids[0],
    })

    await shop.admin(`/products/${hidden.id}`, { body: { status: "draft" } })
    await shop.admin(`/products/${deleted.id}`, DELETE)
    await shop.admin(
      `/products/${halved.id}/variants/${halved.variant_ids[0]}`,
      DELETE
    )

    const { items } = await read(call, list.id, `?region_id=${ke}`)
    const gone = { unavailable: true, variant: null, price: null, stock: null }
    expect(items).toEqual([
      expect.objectContaining({
        ...gone,
        product_id: halved.id,
        product: expect.objectContaining({ id: halved.id }),
      }),
      expect.objectContaining({
        ...gone,
        product_id: deleted.id,
        product: null,
      }),
      expect.objectContaining({
        ...gone,
        product_id: hidden.id,
        product: null,
      }),
    ])

    await shop.admin(`/products/${hidden.id}`, {
      body: { status: "published" },
    })
    expect((await read(call, list.id)).items[2]).toMatchObject({
      unavailable: false,
      stock: "in_stock",
    })
  })
})

describe("a page of entries", () => {
  it("is newest first, or oldest, and goes on", async () => {
    const { call, list } = await filled()
    const ids: string[] = []
    for (let turn = 0; turn < 3; turn++) {
      const { id: product_id } = await product()
      ids.push((await add(call, list.id, { product_id })).id)
    }
    const page = async (query: string) =>
      (await read(call, list.id, query)).items.map(({ id }) => id)

    expect(await page("")).toEqual([...ids].reverse())
    expect(await page("?order=created_at&limit=2")).toEqual(ids.slice(0, 2))
    expect(await page("?limit=2&offset=2")).toEqual(ids.slice(0, 1))
  })

  it("is refused in an order or a region there is not", async () => {
    const { call, list } = await filled()
    for (const [query, code] of [
      ["?order=price", "invalid_data"],
      ["?fields=*customer", "invalid_data"],
      ["?region_id=reg_none", "region_not_found"],
    ]) {
      const refused = await call<Refused>(`/${list.id}${query}`)
      expect([refused.status, refused.body.code]).toEqual([400, code])
    }
  })
})

describe("an entry is refused", () => {
  it("of what is not sold here, and nothing changes", async () => {
    const { call, list } = await filled()
    const { id: product_id } = await product()
    const other = await product()
    const draft = await product({ status: "draft" })
    const refusals: [object, number, string, string][] = [
      [{ product_id: "prod_none" }, 404, "product_not_found", "product_id"],
      [{ product_id: draft.id }, 404, "product_not_found", "product_id"],
      [
        { product_id, variant_id: other.variant_ids[0] },
        400,
        "variant_not_found",
        "variant_id",
      ],
      [
        { product_id, region_id: "reg_none" },
        400,
        "region_not_found",
        "region_id",
      ],
      [{}, 400, "invalid_data", "product_id"],
      [{ product_id, notify: { sms: true } }, 400, "invalid_data", "sms"],
      [{ product_id, price: 1 }, 400, "invalid_data", "price"],
    ]
    for (const [body, status, code, field] of refusals) {
      const refused = await call<Refused>(`/${list.id}/items`, { body })
      expect([refused.status, refused.body.code]).toEqual([status, code])
      expect(refused.body.details?.map((one) => one.field)).toEqual([field])
    }
    expect(await wished(call, list.id)).toEqual([])
  })

  it("of a list that holds five hundred, also when ten come at once", async () => {
    const { call, list } = await filled()
    await shop.sql(
      `insert into wishlist_item (id, wishlist_id, product_id)
       select 'witem_' || $1 || n, $1, 'prod_' || n from generate_series(1, 498) n`,
      [list.id]
    )
    const { id: product_id, variant_ids } = await product({
      variants: Array.from({ length: 10 }, () => ({})),
    })

    const added = await Promise.all(
      variant_ids.map((variant_id) =>
        call<Refused>(`/${list.id}/items`, { body: { product_id, variant_id } })
      )
    )

    const full = added.filter(({ status }) => status === 400)
    expect(full.map(({ body }) => body.code)).toEqual(
      Array(8).fill("wishlist_full")
    )
    expect((await read(call, list.id)).count).toBe(500)
    const largest = await read(call, list.id, "?limit=1000")
    expect([largest.limit, largest.items.length]).toEqual([100, 100])
  })
})
