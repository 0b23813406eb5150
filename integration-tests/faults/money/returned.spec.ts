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
import { useLives } from "./bed"

const BOOKED = ["mobile-money: return ended", "mobile-money: refund booked"]
const SENT = ["mobile-money: return written", "mobile-money: return sent"]
const EXPIRED = [
  "mobile-money: last question asked",
  "mobile-money: wait ended",
  "mobile-money: order cancelled",
]

const { lifeUntil, simulators } = useLives([...BOOKED, ...SENT, ...EXPIRED])

describe("a server killed while money goes back", () => {
  it.each(BOOKED)("at “%s” books the refund once", async (killAt) => {
    const { shop, heir } = await lifeUntil(killAt)
    const { order } = await paidOrder(shop)
    await shop
      .admin(`/orders/${order.id}/mobile-payment/return`, {
        body: { way: "reversal" },
      })
      .catch(() => undefined)

    const next = await heir()
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
  })

  it.each(SENT)("at “%s” never sends it twice", async (killAt) => {
    await simulators().control.clearJournal("daraja")
    const { shop, heir } = await lifeUntil(killAt)
    const { order, phone } = await paidOrder(shop)
    await shop
      .admin(`/orders/${order.id}/mobile-payment/return`, {
        body: { way: "reversal" },
      })
      .catch(() => undefined)

    const next = await heir()
    await reconcileNow(next)
    await reconcileNow(next)
    // Killed after it was sent, it is done; before, a person has to look.
    const asked = killAt.endsWith("sent") ? 1 : 0
    const told = async () =>
      (await next.sim.phone(phone)).messages.filter(({ text }) =>
        /revers/i.test(text)
      )
    if (asked) {
      await eventually("the money to be back", async () => (await told())[0])
    }
    await next.sim.idle("daraja")
    const reversals = (await next.sim.journal("daraja")).filter(
      ({ direction, path }) =>
        direction === "in" && path === "/mpesa/reversal/v1/request"
    )
    expect(await told()).toHaveLength(asked)
    expect(reversals).toHaveLength(asked)

    await next.sql(
      "update money_return set sent_at = now() - interval '1 hour'"
    )
    await reconcileNow(next)
    const [returned, ...more] = await returnsOf(next, order.id)
    expect(more).toEqual([])
    const shown = await next.sql(
      "select kind from payment_difference where reference = $1",
      [returned.id]
    )
    // Its answer found nobody at home: a person looks, and says how it ended.
    expect([returned.state, shown]).toEqual([
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
  })
})

describe("a server killed while an order expires", () => {
  it.each(EXPIRED)(
    "at “%s” leaves a cancelled order and its stock in the end",
    async (killAt) => {
      const { shop, heir } = await lifeUntil(killAt)
      const { order, phone, variant } = await phoneOrder(shop)
      const prompt = await promptOn(shop, phone)
      await shop.sim.answer(phone, prompt.id, { action: "cancel" })
      await shop.sim.idle("daraja")
      await passTime(shop, order.id, 20)
      await reconcileNow(shop).catch(() => undefined)

      const next = await heir()
      await reconcileNow(next)

      const awaited = await awaitedOf(next, order.id)
      expect(awaited.state).toBe("expired")
      expect(awaited.closed_at).not.toBeNull()
      expect(await booksOf(next, order.id)).toMatchObject({
        status: "canceled",
        captured: 0,
      })
      expect(await stockOf(next, variant)).toEqual({ stocked: 5, reserved: 0 })
    }
  )
})
