import { useShop } from "../../support"
import {
  newPhone,
  passTime,
  promptOn,
  reconcileNow,
  stateOf,
} from "../mobile-money/bed"
import { rows } from "./bed"
import { moneyOf, payAgainBed, type Placed } from "./pay-again-bed"

const shop = useShop()
const { placed, declinedOrder, look, pay, confirm } = payAgainBed(shop)

/** Refused with this code, and the order is to be paid as it was before. */
async function expectRefused(
  order: Placed,
  sent: object,
  refusal: { status: number; code: string; details?: unknown }
) {
  const before = { money: await moneyOf(shop, order), rows: await rows(shop) }
  const { status, body, headers } = await pay(order, sent)
  expect({ status, code: body.code, details: body.details }).toEqual({
    details: undefined,
    ...refusal,
  })
  expect({
    money: await moneyOf(shop, order),
    rows: await rows(shop),
  }).toEqual(before)
  return headers
}

const field = (name: string, message: string) => ({
  details: [{ field: name, message }],
})

describe("another method is refused", () => {
  it.each([
    ["bkash", { method: "bkash" }],
    ["a word", { method: "barter" }],
    ["a name of JavaScript", { method: "constructor" }],
  ])("that the market has not: %s", async (_, sent) => {
    await expectRefused(await declinedOrder(), sent, {
      status: 400,
      code: "payment_method_unavailable",
      ...field("method", "is not available here"),
    })
  })

  it.each([
    ["an amount", { method: "stripe", amount: 1 }],
    ["a state", { method: "cash", state: "paid" }],
    ["no word", { method: "" }],
    ["a number", { method: 7 }],
    ["a phone that is a list", { phone: ["1"] }],
  ])("that is sent with %s", async (_, sent) => {
    const order = await declinedOrder()
    const before = await moneyOf(shop, order)

    const { status, body } = await pay(order, sent)

    expect({ status, code: body.code }).toEqual({
      status: 400,
      code: "invalid_data",
    })
    expect(await moneyOf(shop, order)).toEqual(before)
  })

  it.each([
    ["no phone number", "12", "invalid_phone", "is not a phone number"],
    [
      "a foreign phone",
      "+14155550100",
      "phone_not_supported",
      "must be a mobile number such as 0712345678",
    ],
  ])("for a prompt on %s", async (_, phone, code, message) => {
    const order = await placed("cash")

    await expectRefused(
      order,
      { method: "mpesa", phone },
      { status: 400, code, ...field("phone", message) }
    )
  })

  it("while the phone may be paying, and says for how long", async () => {
    const order = await placed("mpesa")
    const prompt = await promptOn(shop, order.phone)

    const headers = await expectRefused(
      order,
      { method: "stripe" },
      { status: 409, code: "payment_undecided" }
    )

    const seconds = Number(headers.get("retry-after"))
    expect(seconds).toBeGreaterThan(60)
    expect(seconds).toBeLessThanOrEqual(120)
    expect((await look(order)).next).toMatchObject({ type: "approve_on_phone" })
    await shop.sim.answer(order.phone, prompt.id, { action: "cancel" })
    await shop.sim.idle("daraja")
    expect((await pay(order, { method: "stripe" })).status).toBe(200)
  })

  it("when the last question finds that the phone has paid", async () => {
    const order = await placed("mpesa")
    const prompt = await promptOn(shop, order.phone)
    await shop.sim.faults("daraja", [
      { fault: "drop", times: 10, match: { on: "callback" } },
    ])
    await shop.sim.answer(order.phone, prompt.id, { action: "approve" })
    await shop.sim.idle("daraja")
    await shop.sim.clearFaults("daraja")

    const { status, body } = await pay(order, { method: "cash" })

    expect({ status, code: body.code }).toEqual({
      status: 400,
      code: "already_paid",
    })
    expect(await moneyOf(shop, order)).toEqual({
      wait: { driver: "mpesa", state: "paid", endless: false },
      sessions: ["pp_mpesa_mpesa authorized"],
      payments: ["pp_mpesa_mpesa captured"],
      cash: [],
      attempts: ["settled"],
    })
  })

  it("too soon after the phone was asked, and nothing is taken over", async () => {
    const order = await declinedOrder()
    await pay(order, { method: "stripe" })
    const before = await moneyOf(shop, order)

    const { status, body } = await pay(order, { method: "mpesa" })

    expect({ status, code: body.code }).toEqual({
      status: 400,
      code: "too_soon",
    })
    expect(await moneyOf(shop, order)).toEqual(before)
  })

  it("when the order is paid, by phone, card or cash", async () => {
    const byPhone = await placed("mpesa")
    const prompt = await promptOn(shop, byPhone.phone)
    await shop.sim.answer(byPhone.phone, prompt.id, { action: "approve" })
    await stateOf(shop, byPhone.id, "paid")
    const byCard = await declinedOrder()
    await confirm((await pay(byCard, { method: "stripe" })).body)
    await stateOf(shop, byCard.id, "paid")
    await shop.sim.idle("stripe")
    const byCash = await placed("cash")
    await shop.admin(`/orders/${byCash.id}/cash`, {
      body: { action: "collect", amount: byCash.total },
    })
    const refusal = { status: 400, code: "already_paid" }

    for (const order of [byPhone, byCard, byCash]) {
      for (const method of ["mpesa", "stripe", "cash"]) {
        await expectRefused(order, { method }, refusal)
      }
      expect((await look(order)).methods).toEqual([])
    }
  })

  it("when the order was cancelled, or its time is over", async () => {
    const refusal = { status: 400, code: "not_payable" }
    const cancelled = await placed("cash")
    await pay(cancelled, { method: "stripe" })
    await shop.admin(`/orders/${cancelled.id}/cancel`, { method: "POST" })
    await reconcileNow(shop)
    const expired = await declinedOrder()
    await passTime(shop, expired.id, 16)

    await expectRefused(expired, { method: "cash" }, refusal)
    await reconcileNow(shop)
    await expectRefused(expired, { method: "cash" }, refusal)
    await expectRefused(cancelled, { method: "mpesa" }, refusal)
    expect((await look(expired)).methods).toEqual([])
    expect((await look(cancelled)).methods).toEqual([])
  })

  it("with cash for more than the market risks", async () => {
    const { variants } = await shop.fixtures.product({
      prices: { kes: 50_000 },
    })
    const items = [{ variant_id: variants?.[0].id, quantity: 1 }]
    const order = await placed("mpesa", { items })
    const prompt = await promptOn(shop, order.phone)
    await shop.sim.answer(order.phone, prompt.id, { action: "cancel" })
    await shop.sim.idle("daraja")

    expect((await look(order)).methods).toEqual(["mpesa", "stripe"])
    await expectRefused(
      order,
      { method: "cash" },
      { status: 400, code: "cash_limit_exceeded" }
    )
  })

  it("with cash for a fourth open order of one phone", async () => {
    const phone = newPhone()
    for (let number = 0; number < 3; number += 1) {
      await placed("cash", { phone: `+${phone}` })
    }
    const order = await placed("mpesa", { phone: `+${phone}` })
    const prompt = await promptOn(shop, phone)
    await shop.sim.answer(phone, prompt.id, { action: "cancel" })
    await shop.sim.idle("daraja")

    expect((await look(order)).methods).toEqual(["mpesa", "stripe"])
    await expectRefused(
      order,
      { method: "cash" },
      { status: 400, code: "too_many_cash_orders" }
    )
  })

  it("to a stranger, and to somebody with the token of another order", async () => {
    const order = await declinedOrder()
    const other = await declinedOrder()
    const before = await moneyOf(shop, order)
    const stranger = await shop.asCustomer()
    const sent = { method: "POST", body: { method: "cash" } }

    for (const reply of [
      await shop.store(`/orders/${order.id}/payment`, sent),
      await stranger.store(`/orders/${order.id}/payment`, sent),
      await shop.store(`/orders/${order.id}/payment`, {
        ...sent,
        headers: { "x-order-token": other.token },
      }),
    ]) {
      expect([reply.status, reply.body]).toMatchObject([
        403,
        { code: "order_token_invalid" },
      ])
    }
    expect(await moneyOf(shop, order)).toEqual(before)
  })

  it("by staff's prompt, while the order waits for a card", async () => {
    const order = await declinedOrder()
    await pay(order, { method: "stripe" })
    await passTime(shop, order.id, 1)
    const before = await moneyOf(shop, order)

    const asked = await shop.admin(`/orders/${order.id}/mobile-payment/ask`, {
      body: {},
    })

    expect([asked.status, asked.body]).toMatchObject([
      400,
      { code: "other_payment_method" },
    ])
    expect(await moneyOf(shop, order)).toEqual(before)
  })
})
