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
  eventually,
  passTime,
  promptOn,
  reconcileNow,
  stockOf,
} from "../../http/mobile-money/bed"
import {
  moneyOf,
  payAgainBed,
  type Paying,
  type Placed,
} from "../../http/checkout/pay-again-bed"

let simulators: Simulators

beforeAll(async () => {
  simulators = await startSimulators()
})

/** Every place in the middle of a choice, and of taking what a card paid. */
const CHOOSING = ["payment: session opened", "payment: method chosen"]
const TAKING = ["payment: card authorised", "payment: card taken"]

/** A killed worker's leases run out; nobody waits a minute for that here. */
const letTimePass = (shop: Pick<Shop, "sql">) =>
  Promise.all([
    shop.sql("update awaited_payment set busy_until = null"),
    shop.sql("update provider_event set next_try_at = now()"),
  ])

const paid = (shop: Shop, order: Placed) =>
  eventually(
    "the order to be paid, and everything else to be closed",
    async () => {
      const { wait, sessions } = await moneyOf(shop, order)
      return wait.state === "paid" && sessions.length === 1
    }
  )

async function twoLives(killAt: string) {
  const port = await freePort()
  const database = await cloneDatabase()
  const env = { SIMULATORS_URL: simulators.url }
  // Each pair of servers has a port of its own, and Stripe knows one shop.
  await simulators.control.config("stripe", {
    webhook_url: `http://localhost:${port}/hooks/payment/stripe_stripe`,
  })
  const dying = await startServer({ database, port, killAt, env })
  return {
    shop: shopAt({ ...dying, simulators: simulators.url }),
    async heir() {
      expect(await dying.exited).toEqual({ code: null, signal: "SIGKILL" })
      const next = await startServer({ database, port, env })
      const shop = shopAt({ ...next, simulators: simulators.url })
      await letTimePass(shop)
      return { shop, stop: () => next.stop() }
    },
  }
}

const intentsHeld = async () => {
  const answer = await fetch(`${simulators.url}/v1/payment_intents?limit=100`, {
    headers: { authorization: "Bearer sk_test_simulator" },
  })
  const { data } = (await answer.json()) as { data: { status: string }[] }
  return data.map(({ status }) => status)
}

describe.each(CHOOSING)("a server killed at “%s”", (killAt) => {
  it.each(["stripe", "cash"])(
    "on the way to %s: the phone still pays, once",
    async (method) => {
      const { shop, heir } = await twoLives(killAt)
      const bed = payAgainBed(shop)
      const order = await bed.placed("mpesa")
      const prompt = await promptOn(shop, order.phone)
      await passTime(shop, order.id, 3)
      await bed.pay(order, { method }).catch(() => undefined)

      const { shop: next, stop } = await heir()
      await next.sim.answer(order.phone, prompt.id, { action: "approve" })
      await next.sim.idle("daraja")
      await reconcileNow(next)
      await paid(next, order)

      const { cash, ...money } = await moneyOf(next, order)
      expect(money).toMatchObject({
        wait: { driver: "mpesa", state: "paid" },
        sessions: ["pp_mpesa_mpesa authorized"],
        payments: ["pp_mpesa_mpesa captured"],
        attempts: ["settled"],
      })
      expect(cash).not.toContain("due")
      expect(await stockOf(next, order.variant)).toMatchObject({ reserved: 2 })
      await stop()
    },
    180_000
  )

  it("and nobody pays: the order expires, and no card is left open", async () => {
    const { shop, heir } = await twoLives(killAt)
    const bed = payAgainBed(shop)
    const order = await bed.declinedOrder()
    await bed.pay(order, { method: "stripe" }).catch(() => undefined)

    const { shop: next, stop } = await heir()
    await passTime(next, order.id, 16)
    await reconcileNow(next)

    expect(await moneyOf(next, order)).toMatchObject({
      wait: { state: "expired" },
      payments: [],
      cash: [],
    })
    expect(await stockOf(next, order.variant)).toMatchObject({ reserved: 0 })
    expect(await intentsHeld()).not.toContain("requires_payment_method")
    await stop()
  }, 180_000)

  it("and the choice is made again: it holds", async () => {
    const { shop, heir } = await twoLives(killAt)
    const bed = payAgainBed(shop)
    const order = await bed.declinedOrder()
    await bed.pay(order, { method: "stripe" }).catch(() => undefined)

    const { shop: next, stop } = await heir()
    const after = payAgainBed(next)
    // The lease of the dead process runs out by itself.
    const answer = await eventually(
      "the choice",
      async () => {
        const reply = await after.pay(order, { method: "stripe" })
        return reply.status === 200 && reply
      },
      60
    )
    await after.confirm(answer.body)
    await paid(next, order)

    expect(await moneyOf(next, order)).toMatchObject({
      wait: { driver: "stripe", state: "paid" },
      sessions: ["pp_stripe_stripe authorized"],
      payments: ["pp_stripe_stripe held"],
    })
    await stop()
  }, 180_000)
})

describe.each(TAKING)("a server killed at “%s”", (killAt) => {
  async function confirmed() {
    const { shop, heir } = await twoLives(killAt)
    const bed = payAgainBed(shop)
    const order = await bed.placed("mpesa")
    const prompt = await promptOn(shop, order.phone)
    await passTime(shop, order.id, 3)
    const { body }: { body: Paying } = await bed.pay(order, {
      method: "stripe",
    })
    await bed.confirm(body)
    return { order, prompt, ...(await heir()) }
  }

  it("takes the card once", async () => {
    const { order, shop, stop } = await confirmed()

    await reconcileNow(shop)
    await paid(shop, order)

    expect(await moneyOf(shop, order)).toMatchObject({
      wait: { driver: "stripe", state: "paid" },
      sessions: ["pp_stripe_stripe authorized"],
      payments: ["pp_stripe_stripe held"],
    })
    await stop()
  }, 180_000)

  it("keeps one of two, when the phone pays as well", async () => {
    const { order, prompt, shop, stop } = await confirmed()

    await shop.sim.answer(order.phone, prompt.id, { action: "approve" })
    await shop.sim.idle("daraja")
    await letTimePass(shop)
    await reconcileNow(shop)
    await letTimePass(shop)
    await reconcileNow(shop)

    const { wait, payments, attempts } = await moneyOf(shop, order)
    const byCard = wait.driver === "stripe"
    expect({ wait, attempts }).toMatchObject({
      wait: { state: "paid" },
      attempts: [byCard ? "surplus" : "settled"],
    })
    expect(payments).toEqual(
      byCard
        ? ["pp_stripe_stripe held"]
        : ["pp_mpesa_mpesa captured", "pp_stripe_stripe cancelled"]
    )
    await stop()
  }, 180_000)
})
