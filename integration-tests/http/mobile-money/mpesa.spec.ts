import { darajaFaults } from "../../../simulators/daraja/faults"
import { call, useShop } from "../../support"
import {
  attemptsOf,
  awaitedOf,
  booksOf,
  eventually,
  makeDue,
  newPhone,
  phoneOrder,
  promptOn,
  PROVIDER,
  reconcileNow,
  stateOf,
} from "./bed"

const shop = useShop()

afterEach(() => shop.sim.clearFaults("daraja"))

describe("an order paid with M-Pesa", () => {
  it("is placed first, asks the phone, and is paid when the shopper says so", async () => {
    const { order, phone } = await phoneOrder(shop)

    const prompt = await promptOn(shop, phone)
    expect(prompt).toMatchObject({ amount: order.total, currency: "KES" })
    expect(await awaitedOf(shop, order.id)).toMatchObject({ state: "waiting" })
    expect(await booksOf(shop, order.id)).toMatchObject({
      status: "pending",
      captured: 0,
    })

    await shop.sim.answer(phone, prompt.id, { action: "approve" })
    await stateOf(shop, order.id, "paid")

    expect(await booksOf(shop, order.id)).toEqual({
      status: "pending",
      collection: "completed",
      captured: order.total,
      refunded: 0,
      transactions: order.total,
    })
    const [attempt, ...more] = await attemptsOf(shop, order.id)
    expect(more).toEqual([])
    expect(attempt).toMatchObject({ state: "settled", number: 1 })
    expect(attempt.receipt).toMatch(/^[A-Z0-9]{10}$/)
  })

  it.each([
    ["cancel", "cancelled"],
    ["wrong-pin", "wrong_pin"],
    ["no-funds", "insufficient_funds"],
  ] as const)("waits on after %s, and knows why", async (action, reason) => {
    const { order, phone } = await phoneOrder(shop)
    const prompt = await promptOn(shop, phone)

    await shop.sim.answer(phone, prompt.id, { action })

    await eventually("the failure", async () =>
      (await attemptsOf(shop, order.id)).find(({ state }) => state === "failed")
    )
    expect(await attemptsOf(shop, order.id)).toMatchObject([{ reason }])
    expect(await awaitedOf(shop, order.id)).toMatchObject({ state: "waiting" })
    expect(await booksOf(shop, order.id)).toMatchObject({ captured: 0 })
  })

  it("is paid once by fifty callbacks", async () => {
    const { order, phone } = await phoneOrder(shop)
    const prompt = await promptOn(shop, phone)

    await shop.sim.answer(phone, prompt.id, { action: "approve", deliver: 50 })
    await shop.sim.idle("daraja")
    await stateOf(shop, order.id, "paid")

    expect(await booksOf(shop, order.id)).toMatchObject({
      captured: order.total,
      transactions: order.total,
      refunded: 0,
    })
    expect(
      await shop.sql(
        `select count(*)::int as stored, min(state) as state
         from provider_event where subject_id = $1`,
        [(await attemptsOf(shop, order.id))[0].id]
      )
    ).toEqual([{ stored: 1, state: "done" }])
  })

  it("is paid when the callback comes before the answer to the push", async () => {
    await shop.sim.faults("daraja", [darajaFaults.callbackFirst])
    await shop.sim.config("daraja", { result_code: "0" })
    const { order } = await phoneOrder(shop)

    await stateOf(shop, order.id, "paid")
    await shop.sim.config("daraja", { result_code: null })

    expect(await booksOf(shop, order.id)).toMatchObject({
      captured: order.total,
    })
  })

  it("is paid by the question when the callback is lost", async () => {
    await shop.sim.faults("daraja", [
      darajaFaults.lostCallback,
      darajaFaults.lostAnnouncement,
    ])
    const { order, phone } = await phoneOrder(shop)
    const prompt = await promptOn(shop, phone)
    await shop.sim.answer(phone, prompt.id, { action: "approve" })
    await shop.sim.idle("daraja")
    expect(await awaitedOf(shop, order.id)).toMatchObject({ state: "waiting" })

    await makeDue(shop, order.id)
    await reconcileNow(shop)

    expect(await awaitedOf(shop, order.id)).toMatchObject({ state: "paid" })
    expect(await booksOf(shop, order.id)).toMatchObject({
      captured: order.total,
    })
  })

  it("is not paid by a callback that the provider's own answer denies", async () => {
    await shop.sim.config("daraja", { query_says: "1032" })
    const { order, phone } = await phoneOrder(shop)
    const prompt = await promptOn(shop, phone)
    await shop.sim.answer(phone, prompt.id, { action: "approve" })
    await eventually("a postponed message", async () => {
      const [message] = await shop.sql<{ error: string | null }>(
        "select error from provider_event where subject_id = $1",
        [(await attemptsOf(shop, order.id))[0].id]
      )
      return message?.error
    })

    expect(await awaitedOf(shop, order.id)).toMatchObject({ state: "waiting" })
    expect(await booksOf(shop, order.id)).toMatchObject({ captured: 0 })
    const [{ id }] = await attemptsOf(shop, order.id)
    expect(
      await shop.sql(
        "select kind, resolved_at from payment_difference where attempt_id = $1",
        [id]
      )
    ).toEqual([{ kind: "contradiction", resolved_at: null }])
    await shop.sim.config("daraja", { query_says: "truth" })
  })
})

describe("a forged callback", () => {
  const forged = (reference: string, amount: number) => ({
    Body: {
      stkCallback: {
        MerchantRequestID: "1-2-3",
        CheckoutRequestID: reference,
        ResultCode: 0,
        ResultDesc: "ok",
        CallbackMetadata: {
          Item: [
            { Name: "Amount", Value: amount },
            { Name: "MpesaReceiptNumber", Value: "FORGED0001" },
          ],
        },
      },
    },
  })

  it("without a token of ours finds nothing and leaves nothing", async () => {
    const { order, phone } = await phoneOrder(shop)
    await promptOn(shop, phone)
    const before = await shop.sql("select count(*) from provider_event")
    const [attempt] = await attemptsOf(shop, order.id)

    const reply = await call(`${shop.url}/hooks/stk/${"0".repeat(48)}`, {
      body: forged(attempt.provider_reference ?? "", order.total),
    })

    expect([reply.status, reply.body]).toMatchObject([
      404,
      { code: "route_not_found" },
    ])
    expect(await shop.sql("select count(*) from provider_event")).toEqual(
      before
    )
    expect(await awaitedOf(shop, order.id)).toMatchObject({ state: "waiting" })
  })
})

describe("a session", () => {
  const session = async (price: number, data: object, market = "ke") => {
    const currency = market === "ke" ? "kes" : "usd"
    const product = await shop.fixtures.product({
      prices: { [currency]: price },
    })
    const cart = await shop.fixtures.cart({
      market,
      items: [{ variant_id: product.variants?.[0].id ?? "", quantity: 1 }],
    })
    const { body } = await shop.store<{ payment_collection: { id: string } }>(
      "/payment-collections",
      { body: { cart_id: cart.id } }
    )
    return shop.store(
      `/payment-collections/${body.payment_collection.id}/payment-sessions`,
      { body: { provider_id: PROVIDER, data } }
    )
  }

  it.each([
    ["cents", 99.5, {}, "ke", "amount_not_payable"],
    ["too much", 250_001, {}, "ke", "amount_not_payable"],
    ["dollars", 10, {}, "us", "currency_not_supported"],
    [
      "a foreign phone",
      100,
      { phone: "+14155550100" },
      "ke",
      "phone_not_supported",
    ],
    ["no phone at all", 100, { phone: "hello" }, "ke", "invalid_phone"],
    ["an amount from the shopper", 100, { amount: 1 }, "ke", "invalid_data"],
    [
      "a proof from the shopper",
      100,
      { settled: { receipt: "X" } },
      "ke",
      "invalid_data",
    ],
  ])("refuses %s", async (_, price, data, market, code) => {
    const reply = await session(price, data, market)

    expect([reply.status, reply.body]).toMatchObject([400, { code }])
  })

  it("takes a phone as people write it", async () => {
    const phone = newPhone()
    const reply = await session(100, { phone: `0${phone.slice(3)}` })

    expect(reply.status).toBe(200)
    expect(JSON.stringify(reply.body)).toContain(`+${phone}`)
  })
})

describe("an order whose wait was forgotten", () => {
  it("is found, and its phone is asked", async () => {
    const { order, phone } = await phoneOrder(shop)
    await promptOn(shop, phone)
    // As if the server had died between the order and the wait for its money.
    const [{ id }] = await attemptsOf(shop, order.id)
    await shop.sql("delete from payment_attempt where id = $1", [id])
    await shop.sql("delete from awaited_payment where order_id = $1", [
      order.id,
    ])

    await reconcileNow(shop)

    expect(await awaitedOf(shop, order.id)).toMatchObject({ state: "waiting" })
  })
})
