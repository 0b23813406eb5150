import { useShop } from "../../support"
import {
  booksOf,
  eventually,
  newPhone,
  passTime,
  promptOn,
  reconcileNow,
  returnsOf,
  stateOf,
} from "../mobile-money/bed"
import { entriesOf, moneyOf, payAgainBed, type Paying } from "./pay-again-bed"

const shop = useShop()
const { placed, declinedOrder, look, pay, confirm, secretOf } =
  payAgainBed(shop)

const MPESA = "pp_mpesa_mpesa"
const STRIPE = "pp_stripe_stripe"

/** Switching rounds; `RACE_ROUNDS=100` runs as many as the safety page asks. */
const ROUNDS = Number(process.env.RACE_ROUNDS ?? 4)

afterEach(async () => {
  await shop.sim.clearFaults("stripe")
  await shop.sim.config("daraja", { query_says: "truth" })
})

const stripe = (answer: Paying, path = "", method = "GET") =>
  fetch(
    `${shop.simulators}/v1/payment_intents/${secretOf(answer).split("_secret")[0]}${path}`,
    { method, headers: { authorization: "Bearer sk_test_simulator" } }
  ).then(
    (reply) =>
      reply.json() as Promise<{ status: string; amount_received: number }>
  )

const refundsOf = async (answer: Paying) => {
  const [id] = secretOf(answer).split("_secret")
  const reply = await fetch(
    `${shop.simulators}/v1/refunds?payment_intent=${id}`,
    { headers: { authorization: "Bearer sk_test_simulator" } }
  )
  return ((await reply.json()) as { data: { amount: number }[] }).data
}

/** Its phone was asked so long ago that nobody waits for the answer. */
async function forgottenPrompt() {
  const order = await placed("mpesa")
  const prompt = await promptOn(shop, order.phone)
  await passTime(shop, order.id, 3)
  const approve = () =>
    shop.sim.answer(order.phone, prompt.id, { action: "approve" })
  return { order, approve }
}

/** Stripe is back, and the minute in which nobody tries again is over. */
async function closeNow({ id }: { id: string }) {
  await shop.sim.clearFaults("stripe")
  await shop.sql(
    "update awaited_payment set busy_until = null where order_id = $1",
    [id]
  )
  await reconcileNow(shop)
}

const returned = (order: { id: string }) =>
  eventually("the money to be back", async () =>
    (await returnsOf(shop, order.id)).find(({ state }) => state === "done")
  )

describe("a phone that pays after another method was chosen", () => {
  it("pays the order, and the card is cancelled", async () => {
    const { order, approve } = await forgottenPrompt()
    const { body } = await pay(order, { method: "stripe" })
    expect(body.payment.state).toBe("action_required")

    await approve()
    await stateOf(shop, order.id, "paid")
    await eventually(
      "the card to be cancelled",
      async () => (await stripe(body)).status === "canceled"
    )

    expect(await moneyOf(shop, order)).toEqual({
      wait: { driver: "mpesa", state: "paid", endless: false },
      sessions: [`${MPESA} authorized`],
      payments: [`${MPESA} captured`],
      cash: [],
      attempts: ["settled"],
    })
    expect(await look(order)).toMatchObject({ method: "mpesa", state: "paid" })
    await expect(confirm(body)).rejects.toThrow("not taken")
  })

  it("pays the order, and nothing is due at the door", async () => {
    const { order, approve } = await forgottenPrompt()
    expect((await pay(order, { method: "cash" })).status).toBe(200)

    await approve()
    await stateOf(shop, order.id, "paid")

    await eventually("the cash to be withdrawn", async () =>
      (await moneyOf(shop, order)).cash.includes("withdrawn")
    )
    expect((await moneyOf(shop, order)).payments).toEqual([`${MPESA} captured`])
  })

  it("gets its money back when the card was faster", async () => {
    const { order, approve } = await forgottenPrompt()
    const { body } = await pay(order, { method: "stripe" })
    await confirm(body)
    await stateOf(shop, order.id, "paid")

    await approve()
    await returned(order)

    expect(await moneyOf(shop, order)).toEqual({
      wait: { driver: "stripe", state: "paid", endless: false },
      sessions: [`${STRIPE} authorized`],
      payments: [`${STRIPE} held`],
      cash: [],
      attempts: ["surplus"],
    })
    expect(await returnsOf(shop, order.id)).toMatchObject([
      { cause: "surplus", way: "reversal", state: "done" },
    ])
    expect((await stripe(body)).status).toBe("requires_capture")
  })

  it("gets its money back when the driver was faster", async () => {
    const { order, approve } = await forgottenPrompt()
    await pay(order, { method: "cash" })
    const collected = await shop.admin(`/orders/${order.id}/cash`, {
      body: { action: "collect", amount: order.total },
    })
    expect(collected.status).toBe(200)

    await approve()
    await returned(order)

    expect(await moneyOf(shop, order)).toMatchObject({
      wait: { driver: "cash", state: "paid" },
      payments: ["pp_cash_cash captured"],
      attempts: ["surplus"],
    })
    expect(await booksOf(shop, order.id)).toMatchObject({
      captured: order.total,
      transactions: order.total,
    })
  })
})

describe("a card that is confirmed after the phone has paid", () => {
  /** Confirmed, paid by phone as well, and Stripe's word comes last. */
  async function bothPaid(then: (answer: Paying) => Promise<unknown>) {
    const { order, approve } = await forgottenPrompt()
    const { body } = await pay(order, { method: "stripe" })
    // Closing the card fails, too: Stripe is away for the shop.
    await shop.sim.faults("stripe", [
      { fault: "drop", times: 50, match: { on: "callback" } },
      {
        fault: "drop",
        times: 50,
        match: { path: "/v1/payment_intents/*/cancel" },
      },
    ])
    await confirm(body)
    await then(body)
    await approve()
    await stateOf(shop, order.id, "paid")
    await closeNow(order)
    return { order, body }
  }

  it("is let go", async () => {
    const { order, body } = await bothPaid(() => Promise.resolve())

    await eventually(
      "the card to be let go",
      async () => (await stripe(body)).status === "canceled"
    )
    await shop.sim.idle("stripe")

    expect(await stripe(body)).toMatchObject({ amount_received: 0 })
    expect(await moneyOf(shop, order)).toMatchObject({
      wait: { driver: "mpesa", state: "paid" },
      sessions: [`${MPESA} authorized`],
      payments: [`${MPESA} captured`],
    })
    expect(await booksOf(shop, order.id)).toEqual({
      status: "pending",
      collection: "completed",
      captured: order.total,
      refunded: 0,
      transactions: order.total,
    })
  })

  it("is refunded when it was charged, too", async () => {
    const { order, body } = await bothPaid((answer) =>
      stripe(answer, "/capture", "POST")
    )

    // The job of the minute may be the one that does it.
    await eventually("the refund", async () =>
      (await entriesOf(shop, order)).includes("card_returned")
    )
    await shop.sim.idle("stripe")
    await reconcileNow(shop)

    expect(await refundsOf(body)).toEqual([
      expect.objectContaining({ amount: order.total * 100 }),
    ])
    expect(await booksOf(shop, order.id)).toEqual({
      status: "pending",
      collection: "completed",
      captured: order.total * 2,
      refunded: order.total,
      transactions: order.total,
    })
  })

  it("is let go when the order expired", async () => {
    const order = await declinedOrder()
    const { body } = await pay(order, { method: "stripe" })
    await shop.sim.faults("stripe", [
      {
        fault: "drop",
        times: 50,
        match: { path: "/v1/payment_intents/*/cancel" },
      },
    ])
    await passTime(shop, order.id, 16)
    await reconcileNow(shop)
    expect(await look(order)).toMatchObject({ state: "expired" })

    await confirm(body)
    await closeNow(order)
    await eventually(
      "the card to be let go",
      async () => (await stripe(body)).status === "canceled"
    )

    expect(await look(order)).toMatchObject({ state: "expired" })
    expect(await booksOf(shop, order.id)).toMatchObject({
      status: "canceled",
      captured: 0,
    })
  })
})

describe("in the same moment", () => {
  it("two choices: one of them holds", async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const order = await declinedOrder()

      const answers = await Promise.all(
        ["stripe", "cash", "stripe", "cash"].map((method) =>
          pay(order, { method })
        )
      )

      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200])
      const { wait, sessions, cash } = await moneyOf(shop, order)
      expect(wait.state).toBe("waiting")
      expect(["stripe", "cash"]).toContain(wait.driver)
      expect(cash).toEqual(["due"])
      const cards = sessions.filter((one) => one.startsWith(STRIPE))
      expect(cards).toHaveLength(wait.driver === "stripe" ? 1 : 0)
      expect((await look(order)).method).toBe(wait.driver)
    }
  }, 300_000)

  it("a choice and the phone's money: paid once", async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const { order, approve } = await forgottenPrompt()
      const method = round % 2 ? "stripe" : "cash"

      const [answer] = await Promise.all([pay(order, { method }), approve()])
      await stateOf(shop, order.id, "paid")
      await shop.sim.idle("daraja")
      await reconcileNow(shop)

      expect([200, 400, 409]).toContain(answer.status)
      const { wait, sessions, payments, cash } = await moneyOf(shop, order)
      expect({ wait, sessions, payments }).toMatchObject({
        wait: { driver: "mpesa", state: "paid" },
        sessions: [`${MPESA} authorized`],
        payments: [`${MPESA} captured`],
      })
      expect(cash).not.toContain("due")
      expect(await booksOf(shop, order.id)).toMatchObject({
        captured: order.total,
        refunded: 0,
        transactions: order.total,
      })
    }
  }, 300_000)

  it("a card's confirmation and another choice: paid once, or not at all", async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const order = await declinedOrder()
      const { body } = await pay(order, { method: "stripe" })

      const [, answer] = await Promise.all([
        confirm(body).catch(() => undefined),
        pay(order, { method: "cash" }),
      ])
      await shop.sim.idle("stripe")
      await reconcileNow(shop)

      const { wait, payments, cash } = await moneyOf(shop, order)
      const card = (await stripe(body)).status
      const outcome = { state: wait.state, driver: wait.driver, card, payments }
      expect([
        {
          state: "paid",
          driver: "stripe",
          card: "requires_capture",
          payments: [`${STRIPE} held`],
        },
        { state: "waiting", driver: "cash", card: "canceled", payments: [] },
      ]).toContainEqual(outcome)
      expect(cash.includes("due")).toBe(wait.state === "waiting")
      expect(answer.status).toBe(wait.state === "waiting" ? 200 : answer.status)
    }
  }, 300_000)

  it("the driver's cash and the phone's money: one is kept", async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const order = await placed("cash")
      const phone = newPhone()
      await pay(order, { method: "mpesa", phone: `+${phone}` })
      const prompt = await promptOn(shop, phone)

      const [collected] = await Promise.all([
        shop.admin(`/orders/${order.id}/cash`, {
          body: { action: "collect", amount: order.total },
        }),
        shop.sim.answer(phone, prompt.id, { action: "approve" }),
      ])
      await shop.sim.idle("daraja")
      await stateOf(shop, order.id, "paid")
      await reconcileNow(shop)

      const { wait, payments, cash, attempts } = await moneyOf(shop, order)
      const byCash = collected.status === 200
      expect({ wait, payments, cash, attempts }).toMatchObject({
        wait: { driver: byCash ? "cash" : "mpesa" },
        payments: [byCash ? "pp_cash_cash captured" : `${MPESA} captured`],
        cash: [byCash ? "collected" : "withdrawn"],
        attempts: [byCash ? "surplus" : "settled"],
      })
      expect(await booksOf(shop, order.id)).toMatchObject({
        captured: order.total,
        transactions: order.total,
      })
    }
  }, 300_000)
})
