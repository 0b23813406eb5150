import { shopAt, startServer, unique } from "../../support"
import { checkoutBed } from "../../http/checkout/bed"

describe("a server that dies when the order is committed", () => {
  it("has the same request answered with that order by the next", async () => {
    const first = await startServer({ killAt: "checkout-order-committed" })
    const dying = shopAt(first)
    const sent = await checkoutBed(dying).body()
    const headers = { "idempotency-key": unique("key") }
    const orders = () =>
      dying.sql<{ id: string }>(`select id from "order" where email = $1`, [
        sent.email,
      ])

    await expect(
      checkoutBed(dying).checkout(sent, { headers })
    ).rejects.toThrow()
    await first.exited
    const [order] = await orders()
    expect(await orders()).toEqual([{ id: order.id }])
    const second = shopAt(await startServer({ database: first.databaseUrl }))
    // What two minutes would do.
    await second.sql("update idempotency_key set locked_until = now()")
    const again = await checkoutBed(second).checkout(sent, { headers })
    const replay = await checkoutBed(second).checkout(sent, { headers })

    expect({ status: again.status, id: again.body.order?.id }).toEqual({
      status: 200,
      id: order.id,
    })
    expect(again.body.payment).toMatchObject({
      method: "cash",
      state: "pending",
    })
    expect(replay.body).toEqual(again.body)
    expect(await orders()).toHaveLength(1)
    const collected = await second.admin(`/orders/${order.id}/cash`, {
      body: { action: "collect", amount: again.body.order?.total },
    })
    expect(collected.status).toBe(200)
  })
})
