import type { HttpTypes } from "@medusajs/framework/types"
import { type Reply, type Shop, shopAt, type TestServer } from "../../support"

type Line = { variant_id: string; quantity?: number }

export type Completion = Reply<{
  type?: string
  code?: string
  message?: string
  order?: { id: string }
}>

/** As many carts as asked for, ready to be completed. */
export async function readyCarts(
  servers: TestServer[],
  count: number,
  linesOf: (index: number) => Line[]
): Promise<string[]> {
  const shops = servers.map(shopAt)
  const carts: string[] = new Array<string>(count)
  let next = 0
  // As many at a time as there are servers: more would only wait.
  const prepare = async (shop: Shop) => {
    for (let index = next++; index < count; index = next++) {
      const { id } = await shop.fixtures.cart({ items: linesOf(index) })
      const { body } =
        await shop.store<HttpTypes.StorePaymentCollectionResponse>(
          "/payment-collections",
          { body: { cart_id: id } }
        )
      const session = await shop.store(
        `/payment-collections/${body.payment_collection.id}/payment-sessions`,
        { body: { provider_id: "pp_system_default" } }
      )
      expect(session.status).toBe(200)
      carts[index] = id
    }
  }
  await Promise.all([...shops, ...shops].map(prepare))
  return carts
}

/** Everybody presses the button at once, every other one at the other server. */
export const completeAll = (
  servers: TestServer[],
  carts: string[]
): Promise<Completion[]> =>
  Promise.all(
    carts.map((cart, index) =>
      shopAt(servers[index % servers.length]).store(`/carts/${cart}/complete`, {
        method: "POST",
      })
    )
  )

export const ordersIn = (completions: Completion[]) =>
  completions.flatMap(({ status, body }) =>
    status === 200 && body.order ? [body.order.id] : []
  )

/** Status and code of everybody who got no order, and how often. */
export function refusalsIn(completions: Completion[]) {
  const counts: Record<string, number> = {}
  for (const { status, body } of completions) {
    if (status !== 200 || !body.order) {
      const kind = `${status} ${body.code}`
      counts[kind] = (counts[kind] ?? 0) + 1
    }
  }
  return counts
}
