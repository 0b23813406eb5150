import type { HttpTypes } from "@medusajs/framework/types"
import { unique, useShop } from "../../support"
import { payByCard } from "../storefront/card"
import { checkoutBed, type CheckoutReply, rows } from "./bed"

const shop = useShop()
const { body, checkout, variantOf } = checkoutBed(shop)

const card = { payment: { method: "stripe" } }

const secretOf = ({ payment: { next } }: CheckoutReply) =>
  next?.type === "confirm_card" ? next.client_secret : ""

const pay = (answer: CheckoutReply, number?: string) =>
  payByCard(shop.simulators, secretOf(answer), number)

const DECLINED = "4000000000009995"

const orderOf = async (cart_id: string | undefined) => {
  const [row] = await shop.sql<{ order_id: string }>(
    "select order_id from order_cart where cart_id = $1",
    [cart_id]
  )
  return row?.order_id
}

const waiting = (answer: CheckoutReply) => ({
  order: null,
  cart_id: expect.stringMatching(/^cart_/),
  payment: {
    method: "stripe",
    state: "action_required",
    amount: answer.payment.amount,
    currency_code: "kes",
    next: {
      type: "confirm_card",
      client_secret: expect.stringMatching(/^pi_.*_secret_/),
    },
  },
})

describe("a checkout by card", () => {
  it("is confirmed first, then the same call places the order", async () => {
    const sent = await body(card)

    const first = await checkout(sent)

    expect(first.status).toBe(200)
    expect(first.body).toEqual(waiting(first.body))
    expect(await orderOf(first.body.cart_id)).toBeUndefined()
    await pay(first.body)
    const { items: _i, region_id: _r, ...rest } = sent
    const again = { ...rest, cart_id: first.body.cart_id }
    const second = await checkout(again)
    expect({ status: second.status, body: second.body }).toMatchObject({
      status: 201,
      body: {
        order: { total: first.body.payment.amount },
        payment: {
          method: "stripe",
          state: "authorized",
          amount: first.body.payment.amount,
        },
      },
    })
    expect(second.body.payment.next).toBeUndefined()
    const third = await checkout(again)
    expect(third.status).toBe(200)
    expect(third.body.order).toEqual(second.body.order)
  })

  it("goes on with the same session while it is not confirmed", async () => {
    const first = await checkout(await body(card))
    const before = await rows(shop)

    const second = await checkout({ cart_id: first.body.cart_id, ...card })

    expect(second.status).toBe(200)
    expect(secretOf(second.body)).toBe(secretOf(first.body))
    expect(await rows(shop)).toEqual(before)
  })

  it("goes on with the cart it has made for an Idempotency-Key", async () => {
    const sent = await body(card)
    const headers = { "idempotency-key": unique("key") }
    const first = await checkout(sent, { headers })
    const second = await checkout(sent, { headers })
    expect(second.body).toEqual(first.body)
    await pay(first.body)

    const third = await checkout(sent, { headers })
    const fourth = await checkout(sent, { headers })

    expect([third.status, fourth.status]).toEqual([201, 201])
    expect(third.body.order?.id).toBe(await orderOf(first.body.cart_id))
    expect(fourth.headers.get("idempotent-replayed")).toBe("true")
    expect(fourth.body).toEqual(third.body)
  })

  it("may try another card after one that was declined", async () => {
    const first = await checkout(await body(card))
    const again = { cart_id: first.body.cart_id, ...card }
    await expect(pay(first.body, DECLINED)).rejects.toThrow("not taken")

    const declined = await checkout(again)

    expect(declined.status).toBe(200)
    expect(secretOf(declined.body)).toBe(secretOf(first.body))
    expect(await orderOf(first.body.cart_id)).toBeUndefined()
    await pay(first.body)
    expect((await checkout(again)).status).toBe(201)
  })

  it("can be completed by core's own call after it was declined once", async () => {
    const first = await checkout(await body(card))
    await expect(pay(first.body, DECLINED)).rejects.toThrow("not taken")
    await checkout({ cart_id: first.body.cart_id, ...card })
    await pay(first.body)

    const { status, body: done } =
      await shop.store<HttpTypes.StoreCompleteCartResponse>(
        `/carts/${first.body.cart_id}/complete`,
        { method: "POST" }
      )

    expect({ status, type: done.type }).toEqual({ status: 200, type: "order" })
  })

  it("may become one with cash at the door", async () => {
    const sent = await body(card)
    const first = await checkout(sent)
    const { items: _i, region_id: _r, ...rest } = sent

    const { status, body: answer } = await checkout({
      ...rest,
      cart_id: first.body.cart_id,
      payment: { method: "cash" },
    })

    expect({ status, payment: answer.payment }).toMatchObject({
      status: 201,
      payment: { method: "cash", state: "pending" },
    })
  })

  it("asks for the new total when the cart has changed", async () => {
    const first = await checkout(await body(card))
    await shop.store(`/carts/${first.body.cart_id}/line-items`, {
      body: { variant_id: await variantOf(), quantity: 1 },
    })

    const second = await checkout({ cart_id: first.body.cart_id, ...card })

    expect(second.status).toBe(200)
    expect(second.body.payment.amount).toBeGreaterThan(
      first.body.payment.amount
    )
    expect(secretOf(second.body)).not.toBe(secretOf(first.body))
  })

  it("whose goods are gone when it is confirmed has its card released", async () => {
    const variant_id = await variantOf({ stock: 2 })
    const items = [{ variant_id, quantity: 2 }]
    const first = await checkout(await body({ ...card, items }))
    // Stripe's message would place the order, and the goods would be its.
    await shop.sim.faults("stripe", [
      { fault: "drop", times: 10, match: { on: "callback" } },
    ])
    await pay(first.body)
    await shop.sim.idle("stripe")
    await shop.sim.clearFaults("stripe")
    expect((await checkout(await body({ items }))).status).toBe(201)

    const second = await checkout({ cart_id: first.body.cart_id, ...card })

    expect({ status: second.status, code: second.body.code }).toEqual({
      status: 400,
      code: "insufficient_inventory",
    })
    expect(await orderOf(first.body.cart_id)).toBeUndefined()
  })
})
