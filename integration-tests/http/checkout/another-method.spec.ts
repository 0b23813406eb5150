import { useShop } from "../../support"
import {
  booksOf,
  eventually,
  newPhone,
  passTime,
  promptOn,
  reconcileNow,
  stateOf,
  stockOf,
} from "../mobile-money/bed"
import { entriesOf, moneyOf, payAgainBed } from "./pay-again-bed"

const shop = useShop()
const { placed, declinedOrder, look, pay, confirm, secretOf } =
  payAgainBed(shop)

const MPESA = "pp_mpesa_mpesa"
const STRIPE = "pp_stripe_stripe"
const CASH = "pp_cash_cash"

afterEach(() => shop.sim.clearFaults("stripe"))

/** The intent as Stripe has it, asked with the shop's own key. */
const intentOf = async (secret: string) => {
  const [id] = secret.split("_secret")
  const answer = await fetch(`${shop.simulators}/v1/payment_intents/${id}`, {
    headers: { authorization: "Bearer sk_test_simulator" },
  })
  return ((await answer.json()) as { status: string }).status
}

const paidIn = (state: string, order: { id: string }) =>
  stateOf(shop, order.id, state)

describe("an order that waits for a phone", () => {
  it("can be paid by card instead", async () => {
    const order = await declinedOrder()

    const { status, body } = await pay(order, { method: "stripe" })

    expect(status).toBe(200)
    expect(body.payment).toEqual({
      method: "stripe",
      state: "action_required",
      amount: order.total,
      currency_code: "kes",
      seconds_left: expect.any(Number),
      next: {
        type: "confirm_card",
        client_secret: expect.stringMatching(/^pi_.*_secret_/),
      },
      methods: ["mpesa", "stripe", "cash"],
    })
    expect(await moneyOf(shop, order)).toEqual({
      wait: { driver: "stripe", state: "waiting", endless: false },
      sessions: [`${MPESA} pending_authorization`, `${STRIPE} pending`],
      payments: [],
      cash: [],
      attempts: ["failed"],
    })

    await confirm(body)
    await paidIn("paid", order)
    await shop.sim.idle("stripe")

    expect(await moneyOf(shop, order)).toEqual({
      wait: { driver: "stripe", state: "paid", endless: false },
      sessions: [`${STRIPE} authorized`],
      payments: [`${STRIPE} held`],
      cash: [],
      attempts: ["failed"],
    })
    expect(await look(order)).toEqual({
      method: "stripe",
      state: "authorized",
      amount: order.total,
      currency_code: "kes",
      methods: [],
    })
    expect(await booksOf(shop, order.id)).toEqual({
      status: "pending",
      collection: "authorized",
      captured: 0,
      refunded: 0,
      transactions: 0,
    })
    expect(await stockOf(shop, order.variant)).toEqual({
      stocked: 5,
      reserved: 2,
    })
    expect(await entriesOf(shop, order)).toEqual([
      "waiting",
      "opened",
      "asked",
      "failed",
      "method_chosen",
      "session_paid",
      "settled",
    ])
  })

  it("gets the same card to confirm when the answer was lost", async () => {
    const order = await declinedOrder()

    const first = await pay(order, { method: "stripe" })
    const second = await pay(order, { method: "stripe" })
    const third = await pay(order)

    expect(secretOf(first.body)).not.toBe("")
    expect(secretOf(second.body)).toBe(secretOf(first.body))
    expect(third.body).toEqual(second.body)
  })

  it("is paid by the storefront's call when Stripe's message is lost", async () => {
    const order = await declinedOrder()
    const { body } = await pay(order, { method: "stripe" })
    await shop.sim.faults("stripe", [
      { fault: "drop", times: 10, match: { on: "callback" } },
    ])
    await confirm(body)

    const again = await pay(order, { method: "stripe" })

    expect(again).toMatchObject({
      status: 200,
      body: { payment: { method: "stripe", state: "authorized" } },
    })
    expect(await pay(order, { method: "cash" })).toMatchObject({
      status: 400,
      body: { code: "already_paid" },
    })
  })

  it("can be paid at the door instead, and expires no more", async () => {
    const order = await declinedOrder()

    const { status, body } = await pay(order, { method: "cash" })

    expect(status).toBe(200)
    expect(body.payment).toEqual({
      method: "cash",
      state: "pending",
      amount: order.total,
      currency_code: "kes",
      seconds_left: null,
      methods: ["mpesa", "stripe", "cash"],
    })
    expect(await moneyOf(shop, order)).toEqual({
      wait: { driver: "cash", state: "waiting", endless: true },
      sessions: [
        `${CASH} pending_authorization`,
        `${MPESA} pending_authorization`,
      ],
      payments: [],
      cash: ["due"],
      attempts: ["failed"],
    })
    await passTime(shop, order.id, 60)
    await reconcileNow(shop)
    expect(await stockOf(shop, order.variant)).toMatchObject({ reserved: 2 })

    const collected = await shop.admin(`/orders/${order.id}/cash`, {
      body: { action: "collect", amount: order.total },
    })

    expect(collected.status).toBe(200)
    expect(await moneyOf(shop, order)).toEqual({
      wait: { driver: "cash", state: "paid", endless: true },
      sessions: [`${CASH} authorized`],
      payments: [`${CASH} captured`],
      cash: ["collected"],
      attempts: ["failed"],
    })
    expect(await booksOf(shop, order.id)).toEqual({
      status: "pending",
      collection: "completed",
      captured: order.total,
      refunded: 0,
      transactions: order.total,
    })
    expect(await look(order)).toMatchObject({ method: "cash", state: "paid" })
  })

  it("comes back from a card, whose intent is cancelled", async () => {
    const order = await declinedOrder()
    const { body } = await pay(order, { method: "stripe" })
    const phone = newPhone()
    await passTime(shop, order.id, 1)

    const back = await pay(order, { method: "mpesa", phone: `+${phone}` })

    expect(back).toMatchObject({
      status: 200,
      body: { payment: { method: "mpesa", state: "asking" } },
    })
    expect(await intentOf(secretOf(body))).toBe("canceled")
    expect(await moneyOf(shop, order)).toEqual({
      wait: { driver: "mpesa", state: "waiting", endless: false },
      sessions: [`${MPESA} pending_authorization`],
      payments: [],
      cash: [],
      attempts: ["failed", "asked"],
    })
    const prompt = await promptOn(shop, phone)
    await shop.sim.answer(phone, prompt.id, { action: "approve" })
    await paidIn("paid", order)
    expect(await booksOf(shop, order.id)).toMatchObject({
      captured: order.total,
      transactions: order.total,
    })
  })

  it("expires as a card that was never confirmed, which is cancelled", async () => {
    const order = await declinedOrder()
    const { body } = await pay(order, { method: "stripe" })
    await passTime(shop, order.id, 16)

    await reconcileNow(shop)

    expect(await look(order)).toMatchObject({
      method: "stripe",
      state: "expired",
      methods: [],
    })
    expect(await intentOf(secretOf(body))).toBe("canceled")
    expect(await stockOf(shop, order.variant)).toEqual({
      stocked: 5,
      reserved: 0,
    })
  })

  it("is paid instead when the last question finds the card confirmed", async () => {
    const order = await declinedOrder()
    const { body } = await pay(order, { method: "stripe" })
    await shop.sim.faults("stripe", [
      { fault: "drop", times: 10, match: { on: "callback" } },
    ])
    await confirm(body)
    await passTime(shop, order.id, 16)

    await reconcileNow(shop)

    expect(await look(order)).toMatchObject({ state: "authorized" })
    expect(await intentOf(secretOf(body))).toBe("requires_capture")
  })
})

describe("an order that is due at the door", () => {
  it("can be paid by phone before, and nothing is due any more", async () => {
    const order = await placed("cash")

    const { status, body } = await pay(order, { method: "mpesa" })

    expect(status).toBe(200)
    expect(body.payment).toMatchObject({
      method: "mpesa",
      state: "asking",
      seconds_left: null,
      methods: ["mpesa", "stripe", "cash"],
    })
    expect(await moneyOf(shop, order)).toEqual({
      wait: { driver: "mpesa", state: "waiting", endless: true },
      sessions: [
        `${CASH} pending_authorization`,
        `${MPESA} pending_authorization`,
      ],
      payments: [],
      cash: ["due"],
      attempts: ["asked"],
    })
    const prompt = await promptOn(shop, order.phone)
    await shop.sim.answer(order.phone, prompt.id, { action: "approve" })
    await paidIn("paid", order)
    await eventually("the cash to be withdrawn", async () =>
      (await moneyOf(shop, order)).cash.includes("withdrawn")
    )

    expect(await moneyOf(shop, order)).toEqual({
      wait: { driver: "mpesa", state: "paid", endless: true },
      sessions: [`${MPESA} authorized`],
      payments: [`${MPESA} captured`],
      cash: ["withdrawn"],
      attempts: ["settled"],
    })
    expect(
      await shop.admin(`/orders/${order.id}/cash`, {
        body: { action: "collect", amount: order.total },
      })
    ).toMatchObject({ status: 409, body: { code: "already_paid" } })
  })

  it("can be paid by card before", async () => {
    const order = await placed("cash")

    const { body } = await pay(order, { method: "stripe" })
    await confirm(body)
    await paidIn("paid", order)
    await eventually("the cash to be withdrawn", async () =>
      (await moneyOf(shop, order)).cash.includes("withdrawn")
    )

    expect(await moneyOf(shop, order)).toEqual({
      wait: { driver: "stripe", state: "paid", endless: true },
      sessions: [`${STRIPE} authorized`],
      payments: [`${STRIPE} held`],
      cash: ["withdrawn"],
      attempts: [],
    })
  })

  it("is still collected by the driver when the card was not confirmed", async () => {
    const order = await placed("cash")
    const { body } = await pay(order, { method: "stripe" })

    const collected = await shop.admin(`/orders/${order.id}/cash`, {
      body: { action: "collect", amount: order.total },
    })

    expect(collected.status).toBe(200)
    expect(await intentOf(secretOf(body))).toBe("canceled")
    expect(await moneyOf(shop, order)).toEqual({
      wait: { driver: "cash", state: "paid", endless: true },
      sessions: [`${CASH} authorized`],
      payments: [`${CASH} captured`],
      cash: ["collected"],
      attempts: [],
    })
  })

  it("stays as it is when cash is chosen again", async () => {
    const order = await placed("cash")
    const before = await moneyOf(shop, order)

    const { status, body } = await pay(order, { method: "cash" })

    expect({ status, payment: body.payment }).toMatchObject({
      status: 200,
      payment: { method: "cash", state: "pending" },
    })
    expect(await moneyOf(shop, order)).toEqual(before)
  })
})
