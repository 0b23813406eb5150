import { darajaFaults } from "../../../simulators/daraja/faults"
import { startRedis } from "../../support"
import {
  attemptsOf,
  awaitedOf,
  booksOf,
  eventually,
  passTime,
  phoneOrder,
  promptOn,
  returnsOf,
  stockOf,
} from "../../http/mobile-money/bed"
import { type Pair, startPair } from "./bed"

const ORDERS = 2
const once = Array<number>(ORDERS).fill(1)

describe.each([["without"], ["with"]])("two servers %s Redis", (redis) => {
  let pair: Pair

  beforeAll(async () => {
    pair = await startPair(
      redis === "with" ? { REDIS_URL: (await startRedis()).url } : {}
    )
  }, 120_000)

  afterEach(async () => {
    await pair.control.clearFaults("daraja")
    await pair.control.config("daraja", {})
  })

  const faults = (fault: (typeof darajaFaults)["lostCallback"]) =>
    pair.control.faults("daraja", [{ ...fault, times: ORDERS }])

  /** Orders of both servers. */
  const placeOrders = () =>
    Promise.all(
      Array.from({ length: ORDERS }, (_, index) =>
        phoneOrder(pair.shops[index % 2])
      )
    )
  type Placed = Awaited<ReturnType<typeof placeOrders>>

  const paidOnce = async (placed: Placed) => {
    for (const { order } of placed) {
      expect(await booksOf(pair.shop, order.id)).toMatchObject({
        status: "pending",
        captured: order.total,
        transactions: order.total,
        refunded: 0,
      })
    }
    expect(await pair.happened("paid", placed)).toEqual(once)
    expect(await pair.happened("settled", placed)).toEqual(once)
  }

  /** How often the provider was asked about the newest attempt of each. */
  const queriesOf = async (placed: Placed) => {
    const asked = await pair.asked("query", "CheckoutRequestID")
    const attempts = await Promise.all(
      placed.map(async ({ order }) =>
        (await attemptsOf(pair.shop, order.id)).at(-1)
      )
    )
    return attempts.map((one) => asked[one?.provider_reference ?? ""] ?? 0)
  }

  it("take one token from the provider, however many orders come at once", async () => {
    const placed = await placeOrders()
    await pair.answerAll(placed, "approve")
    await pair.allAre("paid", placed)

    expect(await pair.asked("token")).toEqual({ all: 1 })
    await paidOnce(placed)
  })

  it("ask a phone once that nobody had asked", async () => {
    const placed = await placeOrders()
    await pair.answerAll(placed, "cancel")
    // As if the servers had died between the order and the question.
    for (const { order } of placed) {
      const { id } = await awaitedOf(pair.shop, order.id)
      await eventually("the refusal", async () =>
        (await attemptsOf(pair.shop, order.id)).find(
          ({ state }) => state === "failed"
        )
      )
      await pair.shop.sql("delete from payment_attempt where awaited_id = $1", [
        id,
      ])
      await pair.shop.sql(
        "update awaited_payment set created_at = now() - interval '1 minute' where id = $1",
        [id]
      )
    }
    await pair.lookFromHere()

    await pair.runEverywhere("payment-sync")

    expect(await pair.asked("push", "PhoneNumber")).toEqual(
      Object.fromEntries(placed.map(({ phone }) => [phone, 1]))
    )
    for (const { order } of placed) {
      expect(await attemptsOf(pair.shop, order.id)).toMatchObject([
        { state: "asked", number: 1 },
      ])
    }
    await pair.answerAll(placed, "approve")
    await pair.allAre("paid", placed)
    await paidOnce(placed)
  })

  it("ask the provider once about what nobody told", async () => {
    await faults(darajaFaults.lostCallback)
    const placed = await placeOrders()
    await pair.answerAll(placed, "approve")
    await pair.rowsOf(
      `update payment_attempt set next_check_at = now()
       where awaited_id in (
         select id from awaited_payment where order_id = any($1))`,
      placed
    )

    await pair.runEverywhere("payment-sync")
    await pair.allAre("paid", placed)

    expect(await queriesOf(placed)).toEqual(once)
    await paidOnce(placed)
  })

  it("work once on a message that was stored and not finished", async () => {
    await pair.control.config("daraja", { query_says: "pending" })
    const placed = await placeOrders()
    await pair.answerAll(placed, "approve")
    const messages = () =>
      pair.rowsOf<{ error: string | null }>(
        `select e.state, e.tries, e.outcome, e.error from provider_event e
         join payment_attempt a on a.id = e.subject_id
         join awaited_payment w on w.id = a.awaited_id
         where w.order_id = any($1)`,
        placed
      )
    const all = (message: object) => Array(ORDERS).fill(message)
    await eventually("messages that are put off", async () =>
      (await messages()).every(({ error }) => error)
    )
    const error = "The provider does not confirm it yet."
    expect(await messages()).toEqual(
      all({ state: "new", tries: 1, outcome: null, error })
    )
    await pair.control.config("daraja", { query_says: "truth" })
    await pair.lookFromHere()
    await pair.shop.sql(
      "update provider_event set next_try_at = now() where state = 'new'"
    )

    await pair.runEverywhere("payment-retry")

    expect(await messages()).toEqual(
      all({ state: "done", tries: 2, outcome: "settled", error: null })
    )
    expect(await queriesOf(placed)).toEqual(once)
    await paidOnce(placed)
  })

  it("pay once for a callback that comes to both, ten times each", async () => {
    await faults(darajaFaults.lostCallback)
    const placed = await placeOrders()
    await pair.answerAll(placed, "approve")
    const lost = (await pair.control.journal("daraja"))
      .filter(
        ({ event, outcome }) =>
          event === "stk.callback" && outcome === "dropped"
      )
      .slice(-ORDERS)
    expect(lost).toHaveLength(ORDERS)

    const answers = await Promise.all(
      lost.map(({ path, body }) => pair.deliver(path, body, 10))
    )
    await pair.allAre("paid", placed)

    expect(new Set(answers.flat().map(({ status }) => status))).toEqual(
      new Set([200])
    )
    expect(
      await pair.rowsOf(
        `select count(*)::int as messages, count(distinct e.id)::int as stored,
           min(e.state) as state, sum(e.tries)::int as tries
         from provider_event e
         join payment_attempt a on a.id = e.subject_id
         join awaited_payment w on w.id = a.awaited_id
         where w.order_id = any($1)`,
        placed
      )
    ).toEqual([
      { messages: ORDERS, stored: ORDERS, state: "done", tries: ORDERS },
    ])
    expect(await queriesOf(placed)).toEqual(once)
    await paidOnce(placed)
  })

  it("end an order's time once, after one last question", async () => {
    const placed = await placeOrders()
    for (const { order } of placed) {
      await eventually("the prompt", async () =>
        (await attemptsOf(pair.shop, order.id)).find(
          ({ state }) => state === "asked"
        )
      )
      await passTime(pair.shop, order.id, 20)
    }
    // Only the last question is to be asked.
    await pair.rowsOf(
      `update payment_attempt set next_check_at = now() + interval '1 hour'
       where awaited_id in (
         select id from awaited_payment where order_id = any($1))`,
      placed
    )

    await pair.runEverywhere("unpaid-order-expiry")
    await eventually("the orders to be closed", async () =>
      (
        await Promise.all(
          placed.map(({ order }) => awaitedOf(pair.shop, order.id))
        )
      ).every(({ closed_at }) => closed_at)
    )

    expect(await queriesOf(placed)).toEqual(once)
    expect(await pair.happened("expired", placed)).toEqual(once)
    for (const { order, variant } of placed) {
      expect(await booksOf(pair.shop, order.id)).toMatchObject({
        status: "canceled",
        captured: 0,
      })
      expect(await stockOf(pair.shop, variant)).toEqual({
        stocked: 5,
        reserved: 0,
      })
    }
  })

  it("end it or take the money when both come at once, never both or neither", async () => {
    const placed = await placeOrders()
    const prompts = await Promise.all(
      placed.map(({ phone }) => promptOn(pair.shop, phone))
    )
    for (const { order } of placed) {
      await passTime(pair.shop, order.id, 20)
    }

    await Promise.all([
      pair.runEverywhere("unpaid-order-expiry"),
      ...placed.map(({ phone }, index) =>
        pair.control.answer(phone, prompts[index].id, {
          action: "approve",
          deliver: 5,
        })
      ),
    ])
    await pair.control.idle("daraja")

    for (const { order, variant } of placed) {
      const end = await eventually(
        "the order to be paid or closed",
        async () => {
          const { state, closed_at } = await awaitedOf(pair.shop, order.id)
          const [back] = await returnsOf(pair.shop, order.id)
          const isOver = closed_at !== null && back?.state === "done"
          return (
            (state === "paid" || isOver) && { state, returned: Boolean(back) }
          )
        }
      )
      const isPaid = end.state === "paid"
      expect(end).toEqual(
        isPaid
          ? { state: "paid", returned: false }
          : { state: "expired", returned: true }
      )
      expect(await booksOf(pair.shop, order.id)).toMatchObject({
        status: isPaid ? "pending" : "canceled",
        captured: isPaid ? order.total : 0,
        refunded: 0,
      })
      expect(await stockOf(pair.shop, variant)).toEqual({
        stocked: 5,
        reserved: isPaid ? 1 : 0,
      })
      expect(await returnsOf(pair.shop, order.id)).toHaveLength(isPaid ? 0 : 1)
    }
  })

  it("send money back once, and book it once", async () => {
    const placed = await placeOrders()
    await pair.answerAll(placed, "approve")
    await pair.allAre("paid", placed)
    // As a server leaves it that dies before it sends.
    const requested = await pair.rowsOf<{ receipt: string }>(
      `with requested as (
         insert into money_return (id, attempt_id, driver, way, cause, amount,
           raw_amount, currency_code, requested_by, next_try_at)
         select 'mret_' || a.id, a.id, a.driver, 'reversal', 'refund', a.amount,
           a.raw_amount, a.currency_code, 'job', now()
         from payment_attempt a join awaited_payment w on w.id = a.awaited_id
         where w.order_id = any($1) returning attempt_id)
       select a.receipt from payment_attempt a
       join requested r on r.attempt_id = a.id`,
      placed
    )
    await pair.lookFromHere()
    const sentOnce = async () =>
      expect(await pair.asked("reversal", "TransactionID")).toEqual(
        Object.fromEntries(requested.map(({ receipt }) => [receipt, 1]))
      )
    const backOnce = async () => {
      for (const { order } of placed) {
        expect(await booksOf(pair.shop, order.id)).toMatchObject({
          refunded: order.total,
          transactions: 0,
        })
        expect(await returnsOf(pair.shop, order.id)).toMatchObject([
          { state: "done" },
        ])
      }
      expect(await pair.happened("returned", placed)).toEqual(once)
    }

    await pair.runEverywhere("refund-processing")
    await sentOnce()
    for (const { order } of placed) {
      await eventually("the refund", async () =>
        (await returnsOf(pair.shop, order.id)).find(
          ({ refund_id }) => refund_id
        )
      )
    }
    await backOnce()

    // As a server leaves it that dies before it notes what it booked.
    await pair.shop.sql(
      "update money_return set refund_id = null where id like 'mret_patt_%'"
    )
    await pair.runEverywhere("refund-processing")

    await sentOnce()
    await backOnce()
  })

  it("find money in the books once", async () => {
    await pair.shop.admin("/mobile-payments/register", {
      body: { driver: "mpesa", phone: "254700000000" },
    })
    await pair.control.faults("daraja", [
      { ...darajaFaults.lostReply, times: ORDERS },
      { ...darajaFaults.lostCallback, times: ORDERS },
      { ...darajaFaults.lostAnnouncement, times: ORDERS },
    ])
    const placed = await placeOrders()
    await pair.answerAll(placed, "approve")
    for (const { order } of placed) {
      expect(await attemptsOf(pair.shop, order.id)).toMatchObject([
        { state: "unknown", provider_reference: null },
      ])
    }

    // The provider's books are to the second: the newest shows in the next.
    await eventually("the money to be found", async () => {
      await pair.runEverywhere("payment-reconciliation")
      const waits = placed.map(({ order }) => awaitedOf(pair.shop, order.id))
      return (await Promise.all(waits)).every(({ state }) => state === "paid")
    })
    await pair.runEverywhere("payment-reconciliation")

    await paidOnce(placed)
    expect(
      await pair.rowsOf(
        "select kind from payment_difference where order_id = any($1)",
        placed
      )
    ).toEqual([])
  })

  it("have asked for one token in all that time", async () => {
    pair.lookFromTheStart()

    expect(await pair.asked("token")).toEqual({ all: 1 })
    expect(
      await pair.shop.sql("select account from provider_token")
    ).toHaveLength(1)
  })
})
