import { useShop } from "../../support"
import { amounts, BOX_PRICES, boxBed, type OfferAnswer } from "./bed"

const shop = useShop()
const { offer, stock } = boxBed(shop)

const read = (product: string) =>
  shop.admin<OfferAnswer & { markets: unknown[] }>(
    `/products/${product}/original-box`
  )

const rows = (product: string) =>
  shop.sql<{ offered: boolean; amounts: string }>(
    `select b.offered, string_agg(p.currency_code || ' ' || p.amount, ', '
              order by p.currency_code) as amounts
       from original_box b
       left join price p on p.price_set_id = b.price_set_id
        and p.deleted_at is null and p.price_list_id is null
      where b.product_id = $1 and b.deleted_at is null group by b.id`,
    [product]
  )

describe("the offer of an original box", () => {
  it("is made, changed in part, and withdrawn", async () => {
    const { id } = await shop.fixtures.product()
    expect((await read(id)).body).toMatchObject({ original_box: null })

    const made = await offer(id, { prices: amounts({ kes: 500, usd: 9.99 }) })

    expect(made.status).toBe(200)
    expect(made.body.original_box).toEqual({
      id: expect.stringMatching(/^obox_/),
      product_id: id,
      offered: true,
      prices: amounts({ kes: 500, usd: 9.99 }),
      missing_currencies: ["bdt", "inr"],
      own_stock: false,
      inventory_item_id: null,
      available: null,
    })

    await offer(id, { prices: amounts({ kes: 650, bdt: 300 }) })
    expect(await rows(id)).toEqual([
      { offered: true, amounts: "bdt 300, kes 650" },
    ])

    const off = await offer(id, { offered: false })
    expect(off.body.original_box).toMatchObject({
      offered: false,
      prices: amounts({ bdt: 300, kes: 650 }),
    })

    const gone = await shop.admin(`/products/${id}/original-box`, {
      method: "DELETE",
    })
    expect(gone.body).toEqual({ id, object: "original_box", deleted: true })
    expect((await read(id)).body.original_box).toBeNull()
    expect(await rows(id)).toEqual([])
    const again = await shop.admin(`/products/${id}/original-box`, {
      method: "DELETE",
    })
    expect(again.body).toEqual({ id, object: "original_box", deleted: false })
  })

  it("says how it is taxed where the shop sells", async () => {
    const { id } = await shop.fixtures.product()

    const { body } = await read(id)

    expect(body.markets).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          region_id: shop.seed.regions.ke,
          currency_code: "kes",
          tax_rate: 16,
          tax_inclusive: true,
        }),
        expect.objectContaining({
          region_id: shop.seed.regions.bd,
          currency_code: "bdt",
          tax_inclusive: false,
        }),
      ])
    )
  })

  it("counts its boxes when it shall, and finds them again", async () => {
    const { id } = await shop.fixtures.product()
    const first = await offer(id, {
      prices: amounts(BOX_PRICES),
      own_stock: true,
    })
    const item = first.body.original_box?.inventory_item_id ?? ""
    expect(first.body.original_box).toMatchObject({ available: 0 })
    await stock(item, 7)
    await offer(id, { own_stock: false })

    const { body } = await offer(id, { own_stock: true })

    expect(body.original_box).toMatchObject({
      inventory_item_id: item,
      available: 7,
    })
  })

  it("is one, however many make it at once", async () => {
    const { id } = await shop.fixtures.product()

    const answers = await Promise.all(
      Array.from({ length: 5 }, () =>
        offer(id, { prices: amounts(BOX_PRICES) })
      )
    )

    expect(answers.map(({ status }) => status)).toEqual(Array(5).fill(200))
    expect(await rows(id)).toEqual([
      { offered: true, amounts: "bdt 400, inr 300.5, kes 500, usd 9.99" },
    ])
  })

  it.each([
    [{}, "original_box_price_required", "prices"],
    [
      { prices: [{ currency_code: "jpy", amount: 5 }] },
      "original_box_price_required",
      "prices",
    ],
    [
      { prices: [{ currency_code: "kes", amount: 0 }] },
      "invalid_data",
      "prices.0.amount",
    ],
    [
      { prices: [{ currency_code: "kes", amount: 5.001 }] },
      "invalid_data",
      "prices.0.amount",
    ],
    [
      {
        prices: [
          { currency_code: "kes", amount: 5 },
          { currency_code: "KES", amount: 6 },
        ],
      },
      "invalid_data",
      "prices.1.currency_code",
    ],
    [
      { prices: [{ currency_code: "zzz", amount: 5 }] },
      "invalid_data",
      "prices.0.currency_code",
    ],
    [{ prices: amounts(BOX_PRICES), price_set_id: "x" }, "invalid_data", null],
    [{ offered: "yes" }, "invalid_data", "offered"],
  ])("is not made of %j", async (sent, code, field) => {
    const { id } = await shop.fixtures.product()

    const { status, body } = await offer(id, sent)

    expect({ status, code: body.code }).toEqual({ status: 400, code })
    if (field) {
      expect(body.details?.map((detail) => detail.field)).toEqual([field])
    }
    expect(await rows(id)).toEqual([])
  })

  it("keeps its prices when it may not lose them", async () => {
    const { id } = await shop.fixtures.product()
    await offer(id, { prices: amounts({ kes: 500 }) })

    const { status, body } = await offer(id, { prices: [] })

    expect({ status, code: body.code }).toEqual({
      status: 400,
      code: "original_box_price_required",
    })
    expect(await rows(id)).toEqual([{ offered: true, amounts: "kes 500" }])
  })

  it("is of a product that exists", async () => {
    for (const init of [{}, { body: {} }, { method: "DELETE" }]) {
      const { status } = await shop.admin(
        "/products/prod_none/original-box",
        init
      )
      expect(status).toBe(404)
    }
  })
})

describe("a product that is read", () => {
  type Read = {
    product: {
      id: string
      original_box?: {
        id: string
        calculated_price?: Record<string, unknown>
      } | null
    }
  }
  const inStore = async (id: string, market: string, country = market) => {
    const region = shop.seed.regions[market]
    const { body } = await shop.store<Read>(
      `/products/${id}?region_id=${region}&country_code=${country}&fields=%2Boriginal_box.*,*variants.calculated_price`
    )
    return body.product.original_box
  }

  it.each([
    ["ke", 500, 500, 500 / 1.16],
    ["bd", 400, undefined, 400],
    ["in", 300.5, undefined, undefined],
    ["us", 9.99, undefined, 9.99],
  ])("shows its box in %s for %d", async (market, amount, gross, net) => {
    const { id } = await shop.fixtures.product()
    await offer(id, { prices: amounts(BOX_PRICES) })

    const box = await inStore(id, market)

    expect(box).toMatchObject({
      id: expect.stringMatching(/^obox_/),
      calculated_price: { calculated_amount: amount },
    })
    const { calculated_amount_with_tax, calculated_amount_without_tax } =
      box?.calculated_price ?? {}
    if (gross) {
      expect(calculated_amount_with_tax).toBeCloseTo(gross, 6)
    }
    if (net) {
      expect(calculated_amount_without_tax).toBeCloseTo(net, 6)
    }
  })

  it("has none that cannot be bought there", async () => {
    const { id } = await shop.fixtures.product()
    expect(await inStore(id, "ke")).toBeNull()
    await offer(id, { prices: amounts({ usd: 9 }) })
    expect(await inStore(id, "ke")).toBeNull()
    expect(await inStore(id, "us")).toMatchObject({
      calculated_price: { calculated_amount: 9 },
    })
    await offer(id, { offered: false })
    expect(await inStore(id, "us")).toBeNull()
  })

  it("says nothing of boxes to those who did not ask", async () => {
    const { id } = await shop.fixtures.product()
    const { body } = await shop.store<Read>(`/products/${id}`)

    expect(body.product).not.toHaveProperty("original_box")
  })

  it("shows its box in a list and to staff", async () => {
    const { id } = await shop.fixtures.product()
    await offer(id, { prices: amounts(BOX_PRICES) })

    const list = await shop.store<{ products: Read["product"][] }>(
      `/products?id=${id}&fields=%2Boriginal_box.*`
    )
    expect(list.body.products).toMatchObject([
      { id, original_box: { id: expect.stringMatching(/^obox_/) } },
    ])
    const staff = await shop.admin<Read>(
      `/products/${id}?fields=%2Boriginal_box.*`
    )
    expect(staff.body.product.original_box).toMatchObject({ offered: true })
  })
})
