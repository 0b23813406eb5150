import type { AdminCouponsResponse } from "../../../src/api/admin/coupons/view"
import { useShop } from "../../support"
import { couponBed, day, newCode } from "./bed"

const shop = useShop()
const { apply, body, change, check, coupon, post, remove } = couponBed(shop)

const list = async (query: string) => {
  const { status, body } = await shop.admin<AdminCouponsResponse>(
    `/coupons?${query}`
  )
  expect(status).toBe(200)
  return body
}

async function rows() {
  const [row] = await shop.sql(
    `select (select count(*) from promotion) as promotions,
            (select count(*) from promotion_campaign) as campaigns,
            (select count(*) from promotion_rule) as rules`
  )
  return row
}

const promotionOf = async (id: string) => {
  const { body } = await shop.admin<{ promotion: object }>(
    `/promotions/${id}?fields=code,status,*application_method,*rules,*campaign,*campaign.budget,limit,is_tax_inclusive`
  )
  return body.promotion
}

it("a coupon is a promotion of core with a campaign of its own", async () => {
  const code = newCode()
  const made = await coupon({
    code: ` ${code.toLowerCase()} `,
    value: 20,
    currency_code: "kes",
    minimum_amount: 1000,
    maximum_discount: 500,
    usage_limit: 7,
    usage_limit_per_customer: 2,
    starts_at: "2026-01-01",
    ends_at: "2099-12-31",
  })

  expect(made).toEqual({
    id: expect.stringMatching(/^promo_/),
    code,
    type: "percentage",
    value: 20,
    currency_code: "kes",
    minimum_amount: 1000,
    maximum_discount: 500,
    starts_at: "2026-01-01T00:00:00.000Z",
    ends_at: "2100-01-01T00:00:00.000Z",
    starts_on: "2026-01-01",
    ends_on: "2099-12-31",
    time_zone: "UTC",
    usage_limit: 7,
    usage_limit_per_customer: 2,
    used: 0,
    active: true,
    state: "active",
    simple: true,
  })
  expect(await promotionOf(made.id)).toMatchObject({
    code,
    status: "active",
    limit: 7,
    is_tax_inclusive: true,
    application_method: {
      type: "percentage",
      value: 20,
      currency_code: "kes",
      target_type: "items",
    },
    rules: [{ attribute: "original_item_total", operator: "gte" }],
    campaign: {
      name: code,
      budget: { type: "use_by_attribute", attribute: "customer_id", limit: 2 },
    },
  })
})

it("changes what is sent and keeps the rest, back and forth", async () => {
  const made = await coupon({
    value: 20,
    currency_code: "kes",
    minimum_amount: 1000,
    maximum_discount: 500,
    usage_limit: 7,
    usage_limit_per_customer: 2,
  })

  const free = await change(made.id, {
    value: 30,
    minimum_amount: null,
    maximum_discount: null,
    usage_limit: null,
    usage_limit_per_customer: null,
    ends_at: "2099-06-30",
  })

  expect({ status: free.status, coupon: free.body.coupon }).toEqual({
    status: 200,
    coupon: {
      ...made,
      value: 30,
      minimum_amount: null,
      maximum_discount: null,
      usage_limit: null,
      usage_limit_per_customer: null,
      ends_at: "2099-07-01T00:00:00.000Z",
      ends_on: "2099-06-30",
    },
  })
  const back = await change(made.id, {
    value: 20,
    minimum_amount: 1500,
    maximum_discount: 500,
    usage_limit: 7,
    usage_limit_per_customer: 3,
  })
  expect(back.body.coupon).toEqual({
    ...made,
    minimum_amount: 1500,
    usage_limit_per_customer: 3,
    ends_at: "2099-07-01T00:00:00.000Z",
    ends_on: "2099-06-30",
  })
  const { body: read } = await shop.admin(`/coupons/${made.id}`)
  expect(read).toEqual({ coupon: back.body.coupon })
})

it("switches a coupon off and on", async () => {
  const made = await coupon()
  const cart = await shop.fixtures.cart()

  const off = await change(made.id, { active: false })
  expect(off.body.coupon).toEqual({ ...made, active: false, state: "inactive" })
  expect((await check(made.code, cart.id)).reason?.code).toBe("inactive")

  const on = await change(made.id, { active: true })
  expect(on.body.coupon).toEqual(made)
  expect((await check(made.code, cart.id)).valid).toBe(true)
})

it("lists, searches and filters by state", async () => {
  const part = newCode()
  const named = (end: string, changes: object = {}) =>
    coupon({ code: `${part}-${end}`, ...changes })
  await named("A")
  await named("S", { starts_at: day(3), ends_at: day(9) })
  await named("E", { starts_at: day(-9), ends_at: day(-3) })
  await named("I", { active: false })
  const used = await named("U", { usage_limit: 1 })
  await shop.sql("update promotion set used = 1 where id = $1", [used.id])

  const all = await list(`q=${part.toLowerCase()}&limit=3`)
  expect(all).toMatchObject({
    ...{ count: 5, limit: 3, offset: 0 },
    time_zone: "UTC",
    currencies: ["bdt", "inr", "kes", "usd"],
  })
  const ends = (coupons: { code: string }[]) =>
    coupons.map(({ code }) => code.slice(part.length + 1)).join("")
  expect(ends(all.coupons)).toBe("UIE")
  for (const [order, expected] of [
    ["-created_at", "UIESA"],
    ["created_at", "ASEIU"],
    ["code", "AEISU"],
  ]) {
    const { coupons } = await list(`q=${part}&order=${order}`)
    expect([order, ends(coupons)]).toEqual([order, expected])
  }
  const byEnd = await list(`q=${part}&order=ends_at`)
  expect(ends(byEnd.coupons)).toMatch(/^ES/)
  expect(ends((await list(`q=${part}&order=-ends_at`)).coupons)).toMatch(/SE$/)
  for (const [state, end] of [
    ["active", "A"],
    ["scheduled", "S"],
    ["expired", "E"],
    ["inactive", "I"],
    ["used_up", "U"],
  ]) {
    const some = await list(`q=${part}&state=${state}`)
    expect(some.coupons).toMatchObject([{ code: `${part}-${end}`, state }])
  }
  // A sign of SQL is only a letter to look for.
  expect(await list(`q=${part}%25`)).toMatchObject({ coupons: [], count: 0 })
  expect((await shop.admin("/coupons?order=used")).status).toBe(400)
})

describe("a coupon that is deleted", () => {
  const gone = async (id: string) => {
    const [row] = await shop.sql(
      `select p.deleted_at is not null as promotion,
              c.deleted_at is not null as campaign
         from promotion p left join promotion_campaign c on c.id = p.campaign_id
        where p.id = $1`,
      [id]
    )
    return row
  }

  it("is gone with its campaign, and its code counts from zero", async () => {
    const made = await coupon({ usage_limit: 1 })
    await shop.sql("update promotion set used = 1 where id = $1", [made.id])

    const reply = await remove(made.id)

    expect([reply.status, reply.body]).toEqual([
      200,
      { id: made.id, object: "coupon", deleted: true },
    ])
    expect(await gone(made.id)).toEqual({ promotion: true, campaign: true })
    expect((await remove(made.id)).status).toBe(404)
    expect((await change(made.id, { active: true })).status).toBe(404)
    expect(await list(`q=${made.code}`)).toMatchObject({ count: 0 })
    const again = await coupon({ code: made.code, usage_limit: 1 })
    expect(again).toMatchObject({ code: made.code, used: 0, state: "active" })
  })

  it("is lost by a cart when it is next touched", async () => {
    const { id, code } = await coupon({ value: 10 })
    const cart = await shop.fixtures.cart()
    const { body: held } = await apply(cart.id, code)
    expect(held.cart.discount_total).toBeGreaterThan(0)

    await remove(id)

    expect((await check(code, cart.id)).reason?.code).toBe("unknown")
    const { status, body: touched } = await shop.store<{
      cart: { discount_total: number; total: number }
    }>(`/carts/${cart.id}/line-items/${cart.items?.[0].id}`, {
      body: { quantity: 1 },
    })
    expect({ status, off: touched.cart.discount_total }).toEqual({
      status: 200,
      off: 0,
    })
  })

  it("leaves a campaign that others are in", async () => {
    const [one, other] = [await coupon(), await coupon()]
    await shop.sql(
      `update promotion set campaign_id =
         (select campaign_id from promotion where id = $1) where id = $2`,
      [one.id, other.id]
    )

    // Dates that others have, too, are not a coupon's to change.
    const refused = await change(one.id, { ends_at: "2099-01-01" })
    expect([refused.status, refused.body.code]).toEqual([
      400,
      "coupon_not_simple",
    ])
    expect((await remove(one.id)).status).toBe(200)

    expect(await gone(one.id)).toEqual({ promotion: true, campaign: false })
    const { body: left } = await shop.admin(`/coupons/${other.id}`)
    expect(left).toEqual({ coupon: other })
  })
})

it("leaves what is more than a coupon to the promotions, but for the switch", async () => {
  const code = newCode()
  const { body: made } = await shop.admin<{ promotion: { id: string } }>(
    "/promotions",
    {
      body: {
        code,
        type: "standard",
        status: "active",
        application_method: {
          type: "percentage",
          target_type: "shipping_methods",
          allocation: "each",
          max_quantity: 1,
          value: 100,
        },
      },
    }
  )
  const { id } = made.promotion

  const refused = await change(id, { value: 50 })
  expect({ status: refused.status, code: refused.body.code }).toEqual({
    status: 400,
    code: "coupon_not_simple",
  })
  const off = await change(id, { active: false })
  expect(off.body.coupon).toMatchObject({
    code,
    simple: false,
    value: 100,
    state: "inactive",
  })
})

describe("is refused", () => {
  it.each([
    [{ value: 101 }, "invalid_coupon", "value", "above_hundred"],
    [
      { minimum_amount: 5 },
      "invalid_coupon",
      "currency_code",
      "currency_required",
    ],
    [{ type: "fixed" }, "invalid_coupon", "currency_code", "currency_required"],
    [
      { currency_code: "eur" },
      "invalid_coupon",
      "currency_code",
      "currency_unknown",
    ],
    [
      { type: "fixed", currency_code: "kes", value: 1.005 },
      "invalid_coupon",
      "value",
      "decimals",
    ],
    [
      { type: "fixed", currency_code: "kes", maximum_discount: 5 },
      "invalid_coupon",
      "maximum_discount",
      "percentages_only",
    ],
    [
      { starts_at: "2026-12-02", ends_at: "2026-12-01" },
      "invalid_coupon",
      "ends_at",
      "before_start",
    ],
    [{ code: "TEN OFF" }, "invalid_coupon", "code", "letters"],
    [{ code: "" }, "invalid_data", "code"],
    [{ code: "A".repeat(51) }, "invalid_data", "code"],
    [{ value: 0 }, "invalid_data", "value"],
    [{ usage_limit: 1.5 }, "invalid_data", "usage_limit"],
    [{ starts_at: "tomorrow" }, "invalid_coupon", "starts_at", "no_date"],
    [{ ends_at: "2026-02-30T10:00" }, "invalid_coupon", "ends_at", "no_date"],
    [{ ends_at: undefined }, "invalid_data", "ends_at"],
    [{ used: 3 }, "invalid_data", "used"],
  ])("%j", async (wrong, code, field, reason = undefined) => {
    const before = await rows()

    const reply = await post("", body(wrong))

    expect({ status: reply.status, code: reply.body.code }).toEqual({
      status: 400,
      code,
    })
    expect(
      reply.body.details?.find((detail) => detail.field === field)
    ).toEqual({
      field,
      message: expect.any(String),
      ...(reason ? { reason } : {}),
      ...(reason === "decimals" ? { limit: 2 } : {}),
    })
    expect(await rows()).toEqual(before)
  })

  it("fewer uses than there were", async () => {
    const made = await coupon()
    await shop.sql(
      `insert into order_promotion (id, order_id, promotion_id)
       values ($1, $2, $4), ($3, $1, $4)`,
      [newCode(), newCode(), newCode(), made.id]
    )

    const reply = await change(made.id, { usage_limit: 1 })

    expect({ status: reply.status, details: reply.body.details }).toEqual({
      status: 400,
      details: [
        {
          field: "usage_limit",
          message: "must be at least 2: so often it was used",
          reason: "below_used",
          limit: 2,
        },
      ],
    })
    const { body: read } = await shop.admin(`/coupons/${made.id}`)
    expect(read).toEqual({ coupon: { ...made, used: 2 } })
    // It was allowed as many as there were.
    expect((await change(made.id, { usage_limit: 2 })).status).toBe(200)
  })

  it("a code that exists", async () => {
    const { code } = await coupon()
    const before = await rows()

    const reply = await post("", body({ code }))

    expect({ status: reply.status, code: reply.body.code }).toEqual({
      status: 400,
      code: "duplicate",
    })
    expect(await rows()).toEqual(before)
  })

  it("a change that says nothing, or what stays for good, or to nothing", async () => {
    const made = await coupon()

    for (const wrong of [{}, { code: "OTHER" }, { currency_code: "usd" }]) {
      const reply = await change(made.id, wrong)
      expect({ status: reply.status, code: reply.body.code }).toEqual({
        status: 400,
        code: "invalid_data",
      })
    }
    expect((await change("promo_none", { value: 5 })).status).toBe(404)
    const { body: read } = await shop.admin(`/coupons/${made.id}`)
    expect(read).toEqual({ coupon: made })
  })
})
