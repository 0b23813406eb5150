import type { HttpTypes } from "@medusajs/framework/types"
import { unique, useShop } from "../../support"
import { freshPhone, NAIROBI } from "../checkout/bed"
import { couponBed, day, newCode, type Refused } from "./bed"

const shop = useShop()
const { apply, change, check, coupon, validate } = couponBed(shop)

const variantOf = async (input?: Parameters<typeof shop.fixtures.product>[0]) =>
  (await shop.fixtures.product(input)).variants?.[0].id ?? ""

/** A cart of so many shillings; what is shown in Kenya contains the tax. */
const cartOf = async (kes: number, quantity = 1, token?: string) =>
  shop.fixtures.cart({
    items: [{ variant_id: await variantOf({ prices: { kes } }), quantity }],
    token,
  })

const no = (code: string, facts: object = {}) => ({
  valid: false,
  discount: 0,
  currency_code: "kes",
  reason: { code, message: expect.any(String), ...facts },
})

async function cartRows(id: string) {
  const [row] = await shop.sql<{ adjustments: string; codes: string }>(
    `select (select count(*) from cart_line_item_adjustment a
               join cart_line_item i on i.id = a.item_id
              where i.cart_id = $1 and a.deleted_at is null) as adjustments,
            (select count(*) from cart_promotion p
              where p.cart_id = $1 and p.deleted_at is null) as codes`,
    [id]
  )
  return { adjustments: Number(row.adjustments), codes: Number(row.codes) }
}

describe("a code that counts", () => {
  it("says what it takes off, and applies nothing", async () => {
    const { code } = await coupon({ value: 10 })
    const cart = await cartOf(2500, 2)

    expect(await check(code, cart.id)).toEqual({
      code,
      valid: true,
      discount: 500,
      currency_code: "kes",
      reason: null,
    })
    expect(await cartRows(cart.id)).toEqual({ adjustments: 0, codes: 0 })
  })

  it("takes off what it said once it is applied", async () => {
    const { code } = await coupon({
      type: "fixed",
      value: 300,
      currency_code: "kes",
    })
    const cart = await cartOf(2500)
    const said = await check(code, cart.id)

    const { status, body } = await apply(cart.id, code)

    expect({ status, said: said.discount }).toEqual({ status: 200, said: 300 })
    expect(body.cart.total).toBeCloseTo(cart.total - 300, 6)
    // Asked again, it does not count twice.
    expect((await check(code, cart.id)).discount).toBe(300)
  })

  it("is found whatever case it is typed in", async () => {
    const { code } = await coupon()
    const cart = await cartOf(1000)

    expect(await check(` ${code.toLowerCase()} `, cart.id)).toMatchObject({
      code,
      valid: true,
      discount: 100,
    })
  })

  it("never takes off more than its maximum, on several lines too", async () => {
    const { code } = await coupon({
      value: 20,
      maximum_discount: 500,
      currency_code: "kes",
    })
    const [dear, cheap] = [
      await variantOf({ prices: { kes: 6000 } }),
      await variantOf({ prices: { kes: 2000 } }),
    ]
    const cart = await shop.fixtures.cart({
      items: [{ variant_id: dear }, { variant_id: cheap }],
    })
    const small = await cartOf(1000)

    expect((await check(code, cart.id)).discount).toBe(500)
    expect((await check(code, small.id)).discount).toBe(200)

    const { body } = await apply(cart.id, code)
    expect(body.cart.total).toBeCloseTo(cart.total - 500, 6)
    const adjustments = await shop.sql<{ amount: string }>(
      `select a.amount from cart_line_item_adjustment a
         join cart_line_item i on i.id = a.item_id
        where i.cart_id = $1 and a.deleted_at is null order by a.amount`,
      [cart.id]
    )
    expect(adjustments.map(({ amount }) => Number(amount))).toEqual([125, 375])
  })

  it("keeps to its maximum when the cart changes, and in the order", async () => {
    const { code } = await coupon({
      value: 50,
      maximum_discount: 100,
      currency_code: "kes",
    })
    const cart = await cartOf(1000)
    await apply(cart.id, code)

    const { body } = await shop.store<HttpTypes.StoreCartResponse>(
      `/carts/${cart.id}/line-items/${cart.items?.[0].id}`,
      { body: { quantity: 3 } }
    )

    expect(body.cart.discount_total).toBeCloseTo(100, 6)
    const placed = await shop.store<{ order: HttpTypes.StoreOrder }>(
      "/checkout",
      {
        body: {
          cart_id: cart.id,
          phone: "+254712345678",
          payment: { method: "stripe" },
        },
      }
    )
    expect(placed.status).toBe(200)
  })

  it("is computed for lines without a cart, with taxes as a cart has them", async () => {
    const variant_id = await variantOf()
    const items = [{ variant_id, quantity: 2 }]
    const ten = await coupon({ value: 10 })
    const taka = await coupon({
      type: "fixed",
      value: 100,
      currency_code: "bdt",
    })
    const carts = await shop.sql("select id from cart")

    const kenya = await validate({
      code: ten.code,
      items,
      region_id: shop.seed.regions.ke,
    })
    const bangladesh = await validate({
      code: taka.code,
      items,
      region_id: shop.seed.regions.bd,
    })

    expect(kenya.body.coupon).toMatchObject({ valid: true, discount: 500 })
    const cart = await shop.fixtures.cart({ market: "bd", items })
    expect(bangladesh.body.coupon).toEqual(await check(taka.code, cart.id))
    expect(bangladesh.body.coupon).toMatchObject({
      valid: true,
      discount: 115,
      currency_code: "bdt",
    })
    expect(await shop.sql("select id from cart")).toHaveLength(carts.length + 1)
  })
})

describe("a code that does not count says why", () => {
  it.each([
    ["unknown", () => Promise.resolve({ code: newCode() })],
    ["inactive", () => coupon({ active: false })],
    ["expired", () => coupon({ starts_at: day(-9), ends_at: day(-2) })],
    ["wrong_currency", () => coupon({ currency_code: "usd" })],
  ])("%s", async (reason, make) => {
    const { code } = await make()
    const cart = await cartOf(1000)

    expect(await check(code, cart.id)).toEqual({ code, ...no(reason) })
  })

  it("not yet, and from when", async () => {
    const { code } = await coupon({ starts_at: day(2), ends_at: day(9) })
    const cart = await cartOf(1000)

    expect(await check(code, cart.id)).toEqual({
      code,
      ...no("not_yet", { starts_at: `${day(2)}T00:00:00.000Z` }),
    })
  })

  it("too small an order, and how much is missing of what is shown", async () => {
    const { code } = await coupon({
      minimum_amount: 3000,
      currency_code: "kes",
    })
    const cart = await cartOf(1000, 2)

    expect(await check(code, cart.id)).toEqual({
      code,
      ...no("minimum_not_reached", { missing: 1000 }),
    })
    const { body } = await apply(cart.id, code)
    expect(body.cart.discount_total).toBe(0)

    await shop.store(`/carts/${cart.id}/line-items/${cart.items?.[0].id}`, {
      body: { quantity: 3 },
    })
    expect(await check(code, cart.id)).toMatchObject({
      valid: true,
      discount: 300,
    })
  })

  it("another kind of products, or of shoppers", async () => {
    const product = await shop.fixtures.product()
    const cart = await cartOf(1000)
    const promotion = async (rules: object, method: object) => {
      const code = newCode()
      const { status } = await shop.admin("/promotions", {
        body: {
          code,
          type: "standard",
          status: "active",
          application_method: {
            type: "percentage",
            target_type: "items",
            allocation: "across",
            value: 10,
            ...method,
          },
          ...rules,
        },
      })
      expect(status).toBe(200)
      return code
    }
    const rule = (attribute: string, value: string) => [
      { attribute, operator: "in", values: [value] },
    ]
    const others = await promotion(
      {},
      { target_rules: rule("items.product.id", product.id) }
    )
    const members = await promotion(
      { rules: rule("customer.groups.id", "cusgroup_none") },
      {}
    )

    expect(await check(others, cart.id)).toEqual({
      code: others,
      ...no("not_for_these_items"),
    })
    expect(await check(members, cart.id)).toEqual({
      code: members,
      ...no("not_for_this_cart"),
    })
  })
})

describe("limits", () => {
  type Bought = Refused & { order?: { id: string } | null }

  const buy = async (code: string, variant_id: string, token?: string) => {
    const { body } = await shop.store<Bought>("/checkout", {
      token,
      body: {
        items: [{ variant_id, quantity: 1 }],
        region_id: shop.seed.regions.ke,
        email: `${unique("guest")}@example.com`,
        phone: freshPhone(),
        shipping_address: NAIROBI,
        promo_codes: [code],
        payment: { method: "cash" },
      },
    })
    return body
  }

  const placed = { order: { id: expect.any(String) } }

  it("are counted by orders, altogether", async () => {
    const { id, code } = await coupon({ usage_limit: 1 })
    const variant = await variantOf()
    const cart = await shop.fixtures.cart({ items: [{ variant_id: variant }] })
    expect((await check(code, cart.id)).valid).toBe(true)

    expect(await buy(code, variant)).toMatchObject(placed)

    expect(await check(code, cart.id)).toEqual({ code, ...no("used_up") })
    expect(await buy(code, variant)).toMatchObject({
      code: "promotion_not_applied",
      details: [{ field: "promo_codes.0", reason: "used_up" }],
    })
    const { body } = await change(id, { usage_limit: 2 })
    expect(body.coupon).toMatchObject({ used: 1, state: "active" })
    expect((await check(code, cart.id)).valid).toBe(true)
  })

  it("are counted for each customer", async () => {
    const { code } = await coupon({ usage_limit_per_customer: 1 })
    const { token } = await shop.asCustomer()
    const variant = await variantOf()
    const items = [{ variant_id: variant, quantity: 1 }]
    const asked = { code, items, region_id: shop.seed.regions.ke }

    expect(await buy(code, variant, token)).toMatchObject(placed)

    const mine = await validate(asked, { token })
    expect(mine.body.coupon).toEqual({ code, ...no("customer_limit") })
    expect(await buy(code, variant, token)).toMatchObject({
      code: "promotion_not_applied",
      details: [{ field: "promo_codes.0", reason: "customer_limit" }],
    })
    const other = await shop.asCustomer()
    const theirs = await validate(asked, { token: other.token })
    expect(theirs.body.coupon.valid).toBe(true)
    // Guests are told apart by their address.
    expect(await buy(code, variant)).toMatchObject(placed)
  })

  it("for each customer need a customer", async () => {
    const { code } = await coupon({ usage_limit_per_customer: 1 })
    const items = [{ variant_id: await variantOf(), quantity: 1 }]

    const { body } = await validate({
      code,
      items,
      region_id: shop.seed.regions.ke,
    })

    expect(body.coupon).toEqual({ code, ...no("customer_required") })
  })
})

describe("what is no question", () => {
  it.each([
    [{ cart_id: "cart_1" }, "code"],
    [{ code: "A" }, "cart_id"],
    [{ code: "A", cart_id: "cart_1", items: [] }, "items"],
    [
      { code: "A", items: [{ variant_id: "variant_1", quantity: 1 }] },
      "region_id",
    ],
    [{ code: "A", cart_id: "cart_1", region_id: "reg_1" }, "region_id"],
    [{ code: "A".repeat(51), cart_id: "cart_1" }, "code"],
    [{ code: "A", cart_id: "cart_1", discount: 5 }, "discount"],
  ])("%j is refused by its field", async (sent, field) => {
    const { status, body } = await validate(sent)

    expect({ status, code: body.code }).toEqual({
      status: 400,
      code: "invalid_data",
    })
    expect(body.details?.map((detail) => detail.field)).toContain(field)
  })

  it("needs a cart that is one's own, and products that are sold", async () => {
    const owner = await shop.asCustomer()
    const other = await shop.asCustomer()
    const cart = await cartOf(1000, 1, owner.token)
    const { code } = await coupon()

    for (const [cart_id, token] of [
      ["cart_none", undefined],
      [cart.id, other.token],
    ]) {
      const { status } = await validate({ code, cart_id }, { token })
      expect(status).toBe(404)
    }
    const draft = await variantOf({ status: "draft" })
    const { status, body } = await validate({
      code,
      items: [{ variant_id: draft, quantity: 1 }],
      region_id: shop.seed.regions.ke,
    })
    expect({ status, code: body.code }).toEqual({
      status: 400,
      code: "item_unavailable",
    })
  })
})
