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
  attemptsOf,
  awaitedOf,
  booksOf,
  eventually,
  complete,
  phoneCart,
  promptOn,
} from "../../http/mobile-money/bed"

/** Every point between "the phone is asked" and "the order is paid". */
const POINTS = [
  "mobile-money: phone asked",
  "mobile-money: event stored",
  "mobile-money: proof accepted",
  "mobile-money: payment authorised",
  "mobile-money: payment captured",
  "mobile-money: transaction recorded",
  "mobile-money: settled",
  "mobile-money: event handled",
]

let simulators: Simulators

beforeAll(async () => {
  simulators = await startSimulators()
})

/** A killed worker's leases run out; nobody waits a minute for that here. */
const letTimePass = (shop: Pick<Shop, "sql">) =>
  Promise.all([
    shop.sql("update awaited_payment set busy_until = null"),
    shop.sql("update provider_event set next_try_at = now()"),
    shop.sql(
      "update payment_attempt set next_check_at = now() where next_check_at is not null"
    ),
  ])

describe("a server killed between taken money and paid order", () => {
  it.each(POINTS)(
    "at “%s” loses nothing",
    async (killAt) => {
      const port = await freePort()
      const database = await cloneDatabase()
      const env = { SIMULATORS_URL: simulators.url }
      const dying = await startServer({ database, port, killAt, env })
      const shop = shopAt({ ...dying, simulators: simulators.url })
      await shop.admin("/mobile-payments/register", {
        body: { driver: "mpesa", phone: "254700000000" },
      })
      const { cart, phone } = await phoneCart(shop)
      // The answer may be lost with the server; the order is not.
      await complete(shop, cart.id).catch(() => undefined)
      const prompt = await promptOn(shop, phone)
      await shop.sim.answer(phone, prompt.id, { action: "approve" })

      expect(await dying.exited).toEqual({ code: null, signal: "SIGKILL" })
      const next = await startServer({ database, port, env })
      const heir = shopAt({ ...next, simulators: simulators.url })
      const [order] = await heir.sql<{ id: string; total: number }>(
        `select o.id, (s.totals->>'current_order_total')::float as total
         from "order" o join order_summary s on s.order_id = o.id
         join order_cart l on l.order_id = o.id where l.cart_id = $1`,
        [cart.id]
      )
      await letTimePass(heir)
      const reconciled = await heir.admin("/mobile-payments/reconcile", {
        method: "POST",
      })
      expect(reconciled.status).toBe(200)
      await eventually(
        "the order to be paid",
        async () => (await awaitedOf(heir, order.id))?.state === "paid"
      )

      expect(await booksOf(heir, order.id)).toEqual({
        status: "pending",
        collection: "completed",
        captured: order.total,
        refunded: 0,
        transactions: order.total,
      })
      expect(await attemptsOf(heir, order.id)).toMatchObject([
        { state: "settled" },
      ])
      await next.stop()
    },
    180_000
  )
})
