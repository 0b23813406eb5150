import { unique, useShop } from "../../support"
import {
  attemptsOf,
  booksOf,
  eventually,
  newPhone,
  passTime,
  promptOn,
  reconcileNow,
  stateOf,
} from "../mobile-money/bed"
import type { CheckoutReply } from "./bed"
import { checkoutBed } from "./bed"

const shop = useShop()
const { body, checkout, variantOf } = checkoutBed(shop)

/** A guest who pays 500 shillings by phone. */
async function order() {
  const phone = newPhone()
  const variant_id = await variantOf({ prices: { kes: 250 } })
  const reply = await checkout(
    await body({
      items: [{ variant_id, quantity: 2 }],
      payment: { method: "mpesa", phone: `0${phone.slice(3)}` },
    })
  )
  expect(reply).toMatchObject({ status: 201 })
  return { phone, ...reply.body, id: reply.body.order?.id ?? "" }
}

type Placed = Awaited<ReturnType<typeof order>>
type Answer = { payment: CheckoutReply["payment"]; code?: string }

const look = ({ id, order_token }: Placed) =>
  shop.store<Answer>(`/orders/${id}/payment`, {
    headers: { "x-order-token": order_token },
  })
const payAgain = ({ id, order_token }: Placed, sent: object = {}) =>
  shop.store<Answer>(`/orders/${id}/payment`, {
    body: sent,
    headers: { "x-order-token": order_token },
  })

describe("a checkout paid with M-Pesa", () => {
  it("answers with the order, the asking phone and what to do", async () => {
    const placed = await order()

    expect(placed.payment).toEqual({
      method: "mpesa",
      state: "asking",
      amount: placed.order?.total,
      currency_code: "kes",
      seconds_left: expect.any(Number),
      phone: expect.stringMatching(/\*/),
      reason: null,
      receipt: null,
      next: {
        type: "approve_on_phone",
        try_again_after: expect.any(Number),
      },
    })
    expect(placed.payment.seconds_left).toBeGreaterThan(14 * 60)
    expect(JSON.stringify(placed.payment)).not.toContain(placed.phone.slice(3))

    const prompt = await promptOn(shop, placed.phone)
    await shop.sim.answer(placed.phone, prompt.id, { action: "approve" })
    await stateOf(shop, placed.id, "paid")

    const { body } = await look(placed)
    expect(body.payment).toMatchObject({ state: "paid", next: null })
    expect(body.payment.receipt).toMatch(/^[A-Z0-9]{10}$/)
    expect(await booksOf(shop, placed.id)).toMatchObject({
      captured: placed.order?.total,
    })
    expect(await attemptsOf(shop, placed.id)).toHaveLength(1)
  })

  it("asks for whole shillings when tax leaves traces behind the cent", async () => {
    const code = unique("TEN").toUpperCase()
    const promotion = await shop.admin("/promotions", {
      body: {
        code,
        type: "standard",
        status: "active",
        application_method: {
          type: "percentage",
          target_type: "items",
          allocation: "across",
          value: 10,
        },
      },
    })
    expect(promotion.status).toBe(200)
    const phone = newPhone()
    const variant_id = await variantOf({ prices: { kes: 2500 } })
    const reply = await checkout(
      await body({
        items: [{ variant_id, quantity: 2 }],
        promo_codes: [code],
        payment: { method: "mpesa", phone },
      })
    )
    expect(reply.status).toBe(201)

    const prompt = await promptOn(shop, phone)
    expect(prompt.amount).toBe(Math.round(reply.body.order?.total ?? 0))
    await shop.sim.answer(phone, prompt.id, { action: "approve" })
    await stateOf(shop, reply.body.order?.id ?? "", "paid")
  })

  it("can be paid again after the shopper cancelled, when it is time", async () => {
    const placed = await order()
    const first = await promptOn(shop, placed.phone)
    expect(await payAgain(placed)).toMatchObject({
      status: 400,
      body: { code: "prompt_open" },
    })
    await shop.sim.answer(placed.phone, first.id, { action: "cancel" })
    const failed = await eventually("the failure to be told", async () => {
      const { body } = await look(placed)
      return body.payment.state === "unpaid" && body.payment
    })
    expect(failed).toMatchObject({
      reason: "cancelled",
      next: { type: "try_again" },
    })

    await passTime(shop, placed.id, 1)
    const again = await payAgain(placed)
    expect(again).toMatchObject({
      status: 200,
      body: { payment: { state: "asking" } },
    })
    const second = await promptOn(shop, placed.phone)
    await shop.sim.answer(placed.phone, second.id, { action: "approve" })
    await stateOf(shop, placed.id, "paid")

    expect(await payAgain(placed)).toMatchObject({
      status: 400,
      body: { code: "already_paid" },
    })
  })

  it("says that the order expired", async () => {
    const placed = await order()
    const prompt = await promptOn(shop, placed.phone)
    await shop.sim.answer(placed.phone, prompt.id, { action: "cancel" })
    await shop.sim.idle("daraja")
    await passTime(shop, placed.id, 16)
    await reconcileNow(shop)

    expect((await look(placed)).body.payment).toMatchObject({
      state: "expired",
      next: null,
    })
    expect(await payAgain(placed)).toMatchObject({
      status: 400,
      body: { code: "not_payable" },
    })
  })

  it.each([
    ["a foreign phone", { phone: "+14155550100" }, 400, "phone_not_supported"],
    ["an amount", { amount: 1 }, 400, "invalid_data"],
  ])("is not paid again with %s", async (_, sent, status, code) => {
    const placed = await order()
    const prompt = await promptOn(shop, placed.phone)
    await shop.sim.answer(placed.phone, prompt.id, { action: "cancel" })
    await shop.sim.idle("daraja")
    await passTime(shop, placed.id, 1)

    expect(await payAgain(placed, sent)).toMatchObject({
      status,
      body: { code },
    })
    expect(await attemptsOf(shop, placed.id)).toHaveLength(1)
  })
})

describe("the payment of an order", () => {
  it("is shown to its customer and to nobody else", async () => {
    const placed = await order()
    const other = await order()
    const stranger = await shop.asCustomer()

    expect(
      (await shop.store(`/orders/${placed.id}/payment`)).body
    ).toMatchObject({ code: "order_token_invalid" })
    for (const reply of [
      await shop.store(`/orders/${placed.id}/payment`),
      await shop.store(`/orders/${placed.id}/payment`, {
        headers: { "x-order-token": other.order_token },
      }),
      await shop.store(`/orders/${placed.id}/payment`, {
        headers: { "x-order-token": `${placed.order_token.slice(0, -2)}AA` },
      }),
      await stranger.store(`/orders/${placed.id}/payment`),
      await shop.store(`/orders/order_nobody/payment`),
    ]) {
      expect(reply.status).toBe(403)
    }
    const inQuery = await shop.store(
      `/orders/${placed.id}/payment?order_token=${placed.order_token}`
    )
    expect(inQuery.status).toBe(200)
  })

  it("of a cash order is due at the door", async () => {
    const reply = await checkout(await body())
    const { order, order_token } = reply.body

    const { body: seen } = await shop.store<Answer>(
      `/orders/${order?.id}/payment`,
      { headers: { "x-order-token": order_token } }
    )

    expect(seen.payment).toMatchObject({ method: "cash", state: "pending" })
  })
})
