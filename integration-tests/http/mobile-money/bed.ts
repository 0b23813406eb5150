import { randomInt } from "node:crypto"
import { setTimeout as pause } from "node:timers/promises"
import type { HttpTypes } from "@medusajs/framework/types"
import type { Prompt } from "../../../simulators/frame/phones"
import { type Shop, unique } from "../../support"

export const PROVIDER = "pp_mpesa_mpesa"

/** A Kenyan phone of its own for every test: the same amount asked of one phone
 * twice within two minutes is refused. */
export const newPhone = () => `2547${randomInt(10_000_000, 99_999_999)}`

/** Looks again until there is something; says what it waited for. */
export async function eventually<T>(
  what: string,
  look: () => Promise<T | undefined | false | null>,
  seconds = 20
): Promise<T> {
  const end = Date.now() + seconds * 1000
  while (Date.now() < end) {
    const seen = await look()
    if (seen) {
      return seen
    }
    await pause(50)
  }
  throw new Error(`Waited ${seconds} s for ${what}.`)
}

export type Awaited = {
  id: string
  state: string
  settled_by: string | null
  expires_at: string
  closed_at: string | null
}

export type Attempt = {
  id: string
  state: string
  number: number
  reason: string | null
  receipt: string | null
  provider_reference: string | null
}

type Asked = Pick<Shop, "sql" | "sim">

export const awaitedOf = async (shop: Asked, orderId: string) =>
  (
    await shop.sql<Awaited>(
      "select * from awaited_payment where order_id = $1",
      [orderId]
    )
  )[0]

export const attemptsOf = (shop: Asked, orderId: string) =>
  shop.sql<Attempt>(
    `select a.* from payment_attempt a
     join awaited_payment w on w.id = a.awaited_id
     where w.order_id = $1 order by a.number`,
    [orderId]
  )

export const promptOn = (shop: Asked, phone: string): Promise<Prompt> =>
  eventually(`a prompt on ${phone}`, async () =>
    (await shop.sim.phone(phone)).prompts.find(
      ({ state }) => state === "waiting"
    )
  )

export const stateOf = (shop: Asked, orderId: string, state: string) =>
  eventually(`the payment of ${orderId} to be ${state}`, async () => {
    const awaited = await awaitedOf(shop, orderId)
    return awaited?.state === state && awaited
  })

/** What core's books say about an order's money. */
export async function booksOf(shop: Asked, orderId: string) {
  const [row] = await shop.sql<{
    status: string
    collection: string
    captured: number
    refunded: number
    transactions: number
  }>(
    `select o.status, pc.status as collection,
       coalesce((select sum(c.amount) from capture c
         join payment p on p.id = c.payment_id
         where p.payment_collection_id = pc.id and c.deleted_at is null), 0)::float as captured,
       coalesce((select sum(r.amount) from refund r
         join payment p on p.id = r.payment_id
         where p.payment_collection_id = pc.id and r.deleted_at is null), 0)::float as refunded,
       coalesce((select sum(t.amount) from order_transaction t
         where t.order_id = o.id and t.deleted_at is null), 0)::float as transactions
     from "order" o
     join order_payment_collection l on l.order_id = o.id
     join payment_collection pc on pc.id = l.payment_collection_id
     where o.id = $1`,
    [orderId]
  )
  return row
}

type Product = { price?: number; stock?: number }

/** A cart whose money is to come from a phone, ready to be completed. */
export async function phoneCart(
  shop: Shop,
  { price = 250, stock = 5 }: Product = {}
) {
  const phone = newPhone()
  const product = await shop.fixtures.product({
    prices: { kes: price },
    stock,
  })
  const variant = product.variants?.[0].id ?? ""
  const cart = await shop.fixtures.cart({
    market: "ke",
    email: `${unique("phone")}@example.com`,
    items: [{ variant_id: variant, quantity: 1 }],
  })
  const { body: collection } =
    await shop.store<HttpTypes.StorePaymentCollectionResponse>(
      "/payment-collections",
      { body: { cart_id: cart.id } }
    )
  const session = await shop.store(
    `/payment-collections/${collection.payment_collection.id}/payment-sessions`,
    { body: { provider_id: PROVIDER, data: { phone } } }
  )
  if (session.status !== 200) {
    throw new Error(`No session: ${JSON.stringify(session.body)}`)
  }
  return { cart, phone, variant }
}

export const complete = (shop: Shop, cartId: string) =>
  shop.store<HttpTypes.StoreCompleteCartResponse>(`/carts/${cartId}/complete`, {
    method: "POST",
  })

/** An order by core's own routes, whose money is to come from a phone. */
export async function phoneOrder(shop: Shop, input: Product = {}) {
  const { cart, phone, variant } = await phoneCart(shop, input)
  const { status, body } = await complete(shop, cart.id)
  if (status !== 200 || body.type !== "order") {
    throw new Error(`No order: ${JSON.stringify(body)}`)
  }
  return { order: body.order, phone, variant }
}
