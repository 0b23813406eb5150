import type { HttpTypes } from "@medusajs/framework/types"
import { type Json, useShop } from "../../support"
import { checkoutBed, expectRefused, freshPhone, rows } from "./bed"

const shop = useShop()
const { body, checkout, variantOf } = checkoutBed(shop)

type Cash = {
  cash_collection: Json
  code?: string
}

async function placed(changes: Record<string, unknown> = {}) {
  const { status, body: answer } = await checkout(await body(changes))
  expect(status).toBe(201)
  return answer.order as NonNullable<typeof answer.order>
}

const cash = (order: { id: string }, sent: object, token?: string) =>
  shop.admin<Cash>(`/orders/${order.id}/cash`, { body: sent, token })

const read = (order: { id: string }) =>
  shop.admin<Cash>(`/orders/${order.id}/cash`)

const statusOf = async (order: { id: string }) => {
  const { body: read } = await shop.admin<HttpTypes.AdminOrderResponse>(
    `/orders/${order.id}?fields=payment_status,summary`
  )
  const { paid_total, pending_difference } = read.order.summary
  return {
    status: read.order.payment_status,
    paid: paid_total,
    left: pending_difference,
  }
}

const due = (order: { id: string }) =>
  shop.sql<{ state: string; amount: number; phone: string }>(
    `select state, amount_due::float as amount, phone from cash_collection
      where order_id = $1 and deleted_at is null`,
    [order.id]
  )

describe("cash at the door", () => {
  it("is due, then collected, then settled", async () => {
    const order = await placed()
    expect(await due(order)).toMatchObject([
      { state: "due", amount: order.total },
    ])
    expect((await read(order)).body.cash_collection).toEqual({
      id: expect.stringMatching(/^cash_/),
      order_id: order.id,
      currency_code: "kes",
      state: "due",
      amount_due: order.total,
      amount_collected: null,
      difference: null,
      driver_note: null,
      collected_at: null,
      collected_by: null,
      settled_at: null,
      settled_by: null,
    })
    expect(await statusOf(order)).toEqual({
      status: "awaiting",
      paid: 0,
      left: order.total,
    })

    const collected = await cash(order, {
      action: "collect",
      amount: order.total,
      note: "Paid at the gate",
    })

    expect(collected.status).toBe(200)
    expect(collected.body.cash_collection).toMatchObject({
      order_id: order.id,
      state: "collected",
      amount_due: order.total,
      amount_collected: order.total,
      difference: 0,
      driver_note: "Paid at the gate",
      collected_by: expect.stringMatching(/^user_/),
      settled_at: null,
    })
    expect(await statusOf(order)).toEqual({
      status: "captured",
      paid: order.total,
      left: 0,
    })

    const settled = await cash(order, { action: "settle", note: "Box 3" })
    expect(settled.status).toBe(200)
    expect(settled.body.cash_collection).toMatchObject({
      state: "settled",
      driver_note: "Paid at the gate\nBox 3",
      settled_by: expect.stringMatching(/^user_/),
    })
    expect((await read(order)).body).toEqual(settled.body)
  })

  it("is nothing for an order that is paid otherwise", async () => {
    const { status, body: answer } = await read(await shop.fixtures.order())
    expect({ status, answer }).toEqual({
      status: 200,
      answer: { cash_collection: null },
    })
  })

  it.each([-100, 50])("that differs by %d is recorded", async (difference) => {
    const order = await placed()

    const { body: answer } = await cash(order, {
      action: "collect",
      amount: order.total + difference,
    })

    expect(answer.cash_collection).toMatchObject({
      amount_due: order.total,
      amount_collected: order.total + difference,
      difference,
    })
    expect(await statusOf(order)).toMatchObject({
      status: "captured",
      paid: order.total,
    })
  })

  it("is collected once of five times at once", async () => {
    const order = await placed()
    const sent = { action: "collect", amount: order.total }

    const answers = await Promise.all(
      Array.from({ length: 5 }, () => cash(order, sent))
    )

    expect(answers.map(({ status }) => status).sort()).toEqual([
      200, 409, 409, 409, 409,
    ])
    expect(await statusOf(order)).toMatchObject({ paid: order.total, left: 0 })
    const again = await cash(order, sent)
    expect({ status: again.status, code: again.body.code }).toEqual({
      status: 409,
      code: "cash_already_collected",
    })
  })

  it("is not settled before it was collected, nor twice", async () => {
    const order = await placed()
    const settle = () => cash(order, { action: "settle" })
    const early = await settle()
    expect({ status: early.status, code: early.body.code }).toEqual({
      status: 409,
      code: "cash_not_collected",
    })

    await cash(order, { action: "collect", amount: order.total })

    expect((await settle()).status).toBe(200)
    expect((await settle()).status).toBe(409)
  })

  it("is not collected for what is paid otherwise, cancelled or unknown", async () => {
    const prepaid = await shop.fixtures.order()
    const cancelled = await placed()
    await shop.admin(`/orders/${cancelled.id}/cancel`, { method: "POST" })
    const before = await rows(shop)
    const collect = async (order: { id: string }) => {
      const { status, body: answer } = await cash(order, {
        action: "collect",
        amount: 1,
      })
      return { status, code: answer.code }
    }

    expect(await collect(prepaid)).toEqual({
      status: 400,
      code: "not_a_cash_order",
    })
    expect(await collect(cancelled)).toEqual({
      status: 400,
      code: "order_canceled",
    })
    expect(await collect({ id: "order_none" })).toEqual({
      status: 404,
      code: "not_found",
    })
    expect(await rows(shop)).toEqual(before)
  })

  it.each([
    { action: "collect" },
    { action: "collect", amount: -1 },
    { action: "collect", amount: "5" },
    { action: "settle", amount: 5 },
    { action: "refund" },
    { action: "collect", amount: 5, state: "settled" },
  ])("does not understand %j", async (sent) => {
    const { status, body: answer } = await cash({ id: "order_1" }, sent)

    expect({ status, code: answer.code }).toEqual({
      status: 400,
      code: "invalid_data",
    })
  })

  it("is an amount of the currency", async () => {
    const order = await placed()

    const { status, body: answer } = await cash(order, {
      action: "collect",
      amount: order.total + 0.001,
    })

    expect({ status, code: answer.code }).toEqual({
      status: 400,
      code: "invalid_data",
    })
    expect(await due(order)).toMatchObject([{ state: "due" }])
  })

  it("of an order that core completed is written down, too", async () => {
    const phone = freshPhone()
    const order = await shop.fixtures.order({
      provider: "pp_cash_cash",
      address: { phone },
    })
    const { status, body: answer } = await cash(order, {
      action: "collect",
      amount: order.total,
    })

    expect(status).toBe(200)
    expect(answer.cash_collection).toMatchObject({ difference: 0 })
    expect(await due(order)).toMatchObject([{ state: "collected", phone }])
  })
})

describe("the limits of cash", () => {
  it("refuse a dear order, through core as well", async () => {
    const variant_id = await variantOf({ prices: { kes: 50_000 } })
    const sent = await body({ items: [{ variant_id, quantity: 1 }] })
    const exceeded = { status: 400, code: "cash_limit_exceeded" }

    await expectRefused(shop, () => checkout(sent), exceeded)

    await expect(
      shop.fixtures.order({
        provider: "pp_cash_cash",
        items: [{ variant_id }],
        address: { phone: freshPhone() },
      })
    ).rejects.toThrow("cash_limit_exceeded")
  })

  it("refuse a fourth open order of one phone, however it is written", async () => {
    const phone = freshPhone()
    const local = `0${phone.slice(4)}`
    const orders = [await placed({ phone }), await placed({ phone: local })]
    await placed({ phone })
    const tooMany = { status: 400, code: "too_many_cash_orders" }
    const fourth = await body({ phone })

    await expectRefused(shop, () => checkout(fourth), tooMany)
    await expect(
      shop.fixtures.order({
        provider: "pp_cash_cash",
        address: { phone: local },
      })
    ).rejects.toThrow("too_many_cash_orders")

    // One that is paid, and one that was cancelled, make room.
    await cash(orders[0], { action: "collect", amount: orders[0].total })
    await placed({ phone })
    await expectRefused(shop, () => checkout(fourth), tooMany)
    await shop.admin(`/orders/${orders[1].id}/cancel`, { method: "POST" })
    await placed({ phone })
  })

  it("hold for six orders of one phone at once", async () => {
    const phone = freshPhone()
    const sent = await Promise.all(
      Array.from({ length: 6 }, () => body({ phone }))
    )

    const answers = await Promise.all(sent.map((one) => checkout(one)))

    const codes = answers.map((answer) => answer.body.code ?? answer.status)
    expect(codes.sort()).toEqual([
      ...Array(3).fill(201),
      ...Array(3).fill("too_many_cash_orders"),
    ])
    expect(
      await shop.sql(
        `select state from cash_collection
          where phone = $1 and deleted_at is null`,
        [phone]
      )
    ).toHaveLength(3)
  })

  it("need a phone to count by", async () => {
    await expect(
      shop.fixtures.order({ provider: "pp_cash_cash" })
    ).rejects.toThrow("phone_required")
  })
})

describe("a payment session", () => {
  it.each([
    ["pp_cash_cash", { cash_collected: true }, "data.cash_collected"],
    ["pp_cash_cash", { amount: 1 }, "data.amount"],
    ["pp_stripe_stripe", { id: "pi_1" }, "data.id"],
    ["pp_system_default", { status: "captured" }, "data.status"],
    ["pp_unknown", { phone: "1" }, "data.phone"],
  ])("of %s does not take %j", async (provider_id, data, field) => {
    const cart = await shop.fixtures.cart()
    const { body: made } =
      await shop.store<HttpTypes.StorePaymentCollectionResponse>(
        "/payment-collections",
        { body: { cart_id: cart.id } }
      )
    const before = await rows(shop)

    const { status, body: answer } = await shop.store(
      `/payment-collections/${made.payment_collection.id}/payment-sessions`,
      { body: { provider_id, data } }
    )

    expect({ status, details: answer.details }).toEqual({
      status: 400,
      details: [{ field, message: "is not known here" }],
    })
    expect(await rows(shop)).toEqual(before)
  })

  it("for another amount than the cart's completes nothing", async () => {
    const cart = await shop.fixtures.cart()
    const { body: made } =
      await shop.store<HttpTypes.StorePaymentCollectionResponse>(
        "/payment-collections",
        { body: { cart_id: cart.id } }
      )
    const id = made.payment_collection.id
    await shop.store(`/payment-collections/${id}/payment-sessions`, {
      body: { provider_id: "pp_system_default" },
    })
    await shop.sql(
      "update payment_session set amount = amount - 0.01 where payment_collection_id = $1",
      [id]
    )
    const before = await rows(shop)

    const { status, body: answer } = await shop.store(
      `/carts/${cart.id}/complete`,
      { method: "POST" }
    )

    expect({ status, code: answer.code }).toEqual({
      status: 400,
      code: "payment_amount_differs",
    })
    expect(await rows(shop)).toEqual(before)
  })
})
