import {
  attemptsOf,
  booksOf,
  complete,
  phoneCart,
  promptOn,
  reconcileNow,
  returnsOf,
  stateOf,
} from "../../http/mobile-money/bed"
import { useLives } from "./bed"

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

const { lifeUntil } = useLives(POINTS)

describe("a server killed between taken money and paid order", () => {
  it.each(POINTS)("at “%s” loses nothing", async (killAt) => {
    const { shop, heir } = await lifeUntil(killAt)
    await shop.admin("/mobile-payments/register", {
      body: { driver: "mpesa", phone: "254700000000" },
    })
    const { cart, phone } = await phoneCart(shop)
    // The answer may be lost with the server; the order is not.
    await complete(shop, cart.id).catch(() => undefined)
    const prompt = await promptOn(shop, phone)
    await shop.sim.answer(phone, prompt.id, { action: "approve" })

    const next = await heir()
    const [order] = await next.sql<{ id: string; total: number }>(
      `select o.id, (s.totals->>'current_order_total')::float as total
       from "order" o join order_summary s on s.order_id = o.id
       join order_cart l on l.order_id = o.id where l.cart_id = $1`,
      [cart.id]
    )
    await reconcileNow(next)
    await stateOf(next, order.id, "paid")

    expect(await booksOf(next, order.id)).toEqual({
      status: "pending",
      collection: "completed",
      captured: order.total,
      refunded: 0,
      transactions: order.total,
    })
    expect(await attemptsOf(next, order.id)).toMatchObject([
      { state: "settled" },
    ])
    expect(await returnsOf(next, order.id)).toEqual([])
  })
})
