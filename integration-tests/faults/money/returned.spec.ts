import {
  cloneDatabase,
  type Shop,
  shopAt,
  type Simulators,
  startServer,
  startSimulators,
} from "../../support"
import { freePort } from "../../support/processes"
import {
  awaitedOf,
  booksOf,
  eventually,
  paidOrder,
  passTime,
  phoneOrder,
  promptOn,
  reconcileNow,
  returnsOf,
  stockOf,
} from "../../http/mobile-money/bed"

let simulators: Simulators

beforeAll(async () => {
  simulators = await startSimulators()
})

/** A server that will die, and the one that takes over its port and database. */
async function twoLives(killAt: string) {
  const port = await freePort()
  const database = await cloneDatabase()
  const env = { SIMULATORS_URL: simulators.url }
  const dying = await startServer({ database, port, killAt, env })
  return {
    dying,
    shop: shopAt({ ...dying, simulators: simulators.url }),
    async heir() {
      expect(await dying.exited).toEqual({ code: null, signal: "SIGKILL" })
      const next = await startServer({ database, port, env })
      return shopAt({ ...next, simulators: simulators.url })
    },
  }
}

const letTimePass = (shop: Pick<Shop, "sql">) =>
  Promise.all([
    shop.sql("update awaited_payment set busy_until = null"),
    shop.sql("update provider_event set next_try_at = now()"),
    shop.sql(
      "update money_return set next_try_at = now() where next_try_at is not null"
    ),
  ])

describe("a server killed while money goes back", () => {
  it.each(["mobile-money: return ended", "mobile-money: refund booked"])(
    "at “%s” books the refund once",
    async (killAt) => {
      const { shop, heir } = await twoLives(killAt)
      const { order } = await paidOrder(shop)
      await shop
        .admin(`/orders/${order.id}/mobile-payment/return`, {
          body: { way: "reversal" },
        })
        .catch(() => undefined)

      const next = await heir()
      await letTimePass(next)
      await reconcileNow(next)
      await eventually("the refund", async () =>
        (await returnsOf(next, order.id)).find(({ refund_id }) => refund_id)
      )

      expect(await booksOf(next, order.id)).toMatchObject({
        captured: order.total,
        refunded: order.total,
        transactions: 0,
      })
      expect(await returnsOf(next, order.id)).toMatchObject([{ state: "done" }])
    },
    180_000
  )

  it.each(["mobile-money: return written", "mobile-money: return sent"])(
    "at “%s” never sends it twice",
    async (killAt) => {
      await simulators.control.clearJournal("daraja")
      const { shop, heir } = await twoLives(killAt)
      const { order, phone } = await paidOrder(shop)
      await shop
        .admin(`/orders/${order.id}/mobile-payment/return`, {
          body: { way: "reversal" },
        })
        .catch(() => undefined)

      const next = await heir()
      await letTimePass(next)
      await reconcileNow(next)
      await reconcileNow(next)
      await next.sim.idle("daraja")

      const reversals = (await next.sim.journal("daraja")).filter(
        ({ direction, path }) =>
          direction === "in" && path === "/mpesa/reversal/v1/request"
      )
      // Killed after it was sent, it is done; before, a person has to look.
      const asked = killAt.endsWith("sent") ? 1 : 0
      const { messages } = await next.sim.phone(phone)
      expect(messages.filter(({ text }) => /revers/i.test(text))).toHaveLength(
        asked
      )
      expect(reversals).toHaveLength(asked)

      await next.sql(
        "update money_return set sent_at = now() - interval '1 hour'"
      )
      await reconcileNow(next)
      const [returned, ...more] = await returnsOf(next, order.id)
      expect(more).toEqual([])
      const told = await next.sql(
        "select kind from payment_difference where reference = $1",
        [returned.id]
      )
      // Its answer found nobody at home: a person looks, and says how it ended.
      expect([returned.state, told]).toEqual([
        "unknown",
        [{ kind: "return_failed" }],
      ])
      const end = (state: string) =>
        next.admin(`/mobile-payments/returns/${returned.id}/end`, {
          body: { state, note: "Seen on the portal" },
        })
      const outcome = asked ? "done" : "failed"
      expect((await end(outcome)).status).toBe(200)
      expect(await end(outcome)).toMatchObject({
        status: 400,
        body: { code: "already_ended" },
      })
      expect(await booksOf(next, order.id)).toMatchObject({
        refunded: asked ? order.total : 0,
      })
    },
    180_000
  )
})

describe("a server killed while an order expires", () => {
  it.each([
    "mobile-money: last question asked",
    "mobile-money: wait ended",
    "mobile-money: order cancelled",
  ])(
    "at “%s” leaves a cancelled order and its stock in the end",
    async (killAt) => {
      const { shop, heir } = await twoLives(killAt)
      const { order, phone, variant } = await phoneOrder(shop)
      const prompt = await promptOn(shop, phone)
      await shop.sim.answer(phone, prompt.id, { action: "cancel" })
      await shop.sim.idle("daraja")
      await passTime(shop, order.id, 20)
      await reconcileNow(shop).catch(() => undefined)

      const next = await heir()
      await letTimePass(next)
      await reconcileNow(next)

      const awaited = await awaitedOf(next, order.id)
      expect(awaited.state).toBe("expired")
      expect(awaited.closed_at).not.toBeNull()
      expect(await booksOf(next, order.id)).toMatchObject({
        status: "canceled",
        captured: 0,
      })
      expect(await stockOf(next, variant)).toEqual({ stocked: 5, reserved: 0 })
    },
    180_000
  )
})
