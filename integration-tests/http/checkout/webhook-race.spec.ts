import { useShop } from "../../support"
import { payByCard } from "../storefront/card"
import { checkoutBed, type CheckoutReply } from "./bed"

const shop = useShop()
const { body, checkout, variantOf } = checkoutBed(shop)

/** `RACE_ROUNDS=100` runs as many as the safety page asks for. */
const ROUNDS = Number(process.env.RACE_ROUNDS ?? 20)
/** Some at the same time, which also mixes them up better. */
const AT_ONCE = 8

const secretOf = ({ payment: { next } }: CheckoutReply) =>
  next?.type === "confirm_card" ? next.client_secret : ""

/** Stripe's message and the storefront's completion, in the same moment. */
async function round(variant_id: string) {
  const card = { payment: { method: "stripe" } }
  const items = [{ variant_id, quantity: 1 }]
  const first = await checkout(await body({ ...card, items }))
  const cart_id = first.body.cart_id ?? ""

  await payByCard(shop.simulators, secretOf(first.body))
  const answers = await Promise.all([
    checkout({ cart_id, ...card }),
    shop.store<{ order?: { id: string } }>(`/carts/${cart_id}/complete`, {
      method: "POST",
    }),
  ])
  await shop.sim.idle("stripe")
  const [{ orders, order_id }] = await shop.sql<{
    orders: number
    order_id: string
  }>(
    `select count(*)::int as orders, min(order_id) as order_id
     from order_cart where cart_id = $1 and deleted_at is null`,
    [cart_id]
  )
  const [money] = await shop.sql<{ payments: number; refunds: number }>(
    `select count(distinct p.id)::int as payments,
       count(distinct r.id)::int as refunds
     from order_payment_collection l
     join payment p on p.payment_collection_id = l.payment_collection_id
     left join refund r on r.payment_id = p.id
     where l.order_id = $1`,
    [order_id]
  )
  return {
    statuses: answers.map(({ status }) => status),
    sameOrder: answers.every(({ body }) => body.order?.id === order_id),
    orders,
    ...money,
  }
}

it("gives one order, to everybody, whoever comes first", async () => {
  const variant = await variantOf({ stock: ROUNDS })
  let begun = 0
  const results: Awaited<ReturnType<typeof round>>[] = []
  const race = async () => {
    while (begun++ < ROUNDS) {
      results.push(await round(variant))
    }
  }

  await Promise.all(Array.from({ length: AT_ONCE }, race))

  expect(results).toEqual(
    Array(ROUNDS).fill({
      statuses: [expect.any(Number), 200],
      sameOrder: true,
      orders: 1,
      payments: 1,
      refunds: 0,
    })
  )
  expect(results.filter(({ statuses: [status] }) => status >= 300)).toEqual([])
}, 600_000)
