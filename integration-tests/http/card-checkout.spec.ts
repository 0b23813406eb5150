import type { HttpTypes } from "@medusajs/framework/types"
import { call, unique, useShop } from "../support"

const shop = useShop()

type Intent = {
  id: string
  status: string
  amount: number
  amount_capturable: number
  amount_received: number
  currency: string
  metadata: Record<string, string>
  last_payment_error: { code: string; decline_code: string } | null
  next_action: { redirect_to_url: { url: string } } | null
}
type StripeReply = Intent & { error?: Record<string, unknown> }
type Completion = {
  type: "order" | "cart"
  order: HttpTypes.StoreOrder
  error?: { message: string }
}

const CARDS = {
  good: "pm_card_visa",
  declined: "pm_card_visa_chargeDeclinedInsufficientFunds",
  secure: "pm_card_authenticationRequired",
}
const PRICE = 20
const RETURN_URL = "http://localhost:8000/checkout?step=review"

const stripe = <Body = StripeReply>(path: string, form?: object) =>
  call<Body>(`${shop.simulators}${path}`, {
    method: form ? "POST" : "GET",
    headers: {
      authorization: "Bearer sk_test_simulator",
      "content-type": "application/x-www-form-urlencoded",
    },
    ...(form ? { body: new URLSearchParams({ ...form }).toString() } : {}),
  })

/** What Stripe.js does in the shopper's browser, past the shop. */
const confirm = (secret: string, card: string) =>
  call<StripeReply>(
    `${shop.simulators}/v1/payment_intents/${secret.split("_secret")[0]}/confirm`,
    {
      headers: {
        authorization: "Bearer pk_test_simulator",
        "content-type": "application/x-www-form-urlencoded",
      },
      body: new URLSearchParams({
        client_secret: secret,
        payment_method: card,
        return_url: RETURN_URL,
      }).toString(),
    }
  )

const intentOf = async (id: string) =>
  (await stripe(`/v1/payment_intents/${id}`)).body

/** Two pieces at 20 dollars, an address, a delivery and a card session. */
async function startCheckout() {
  const product = await shop.fixtures.product({ prices: { usd: PRICE } })
  const cart = await shop.fixtures.cart({
    market: "us",
    email: `${unique("card")}@example.com`,
    items: [{ variant_id: product.variants?.[0].id ?? "", quantity: 2 }],
  })
  const { body: collection } =
    await shop.store<HttpTypes.StorePaymentCollectionResponse>(
      "/payment-collections",
      { body: { cart_id: cart.id } }
    )
  const { status, body } =
    await shop.store<HttpTypes.StorePaymentCollectionResponse>(
      `/payment-collections/${collection.payment_collection.id}/payment-sessions`,
      { body: { provider_id: "pp_stripe_stripe" } }
    )
  expect({ status, body }).toEqual({ status: 200, body: expect.anything() })
  const session = body.payment_collection.payment_sessions?.[0]
  const secret = String(session?.data.client_secret)
  return { cart, session, secret, intent: secret.split("_secret")[0] }
}

const complete = (cart: { id: string }) =>
  shop.store<Completion>(`/carts/${cart.id}/complete`, { method: "POST" })

const ordersOf = (cart: { id: string }) =>
  shop.sql<{ order_id: string }>(
    "select order_id from order_cart where cart_id = $1 and deleted_at is null",
    [cart.id]
  )

/** An order whose card is held but not charged, and its core payment. */
async function placeOrder() {
  const checkout = await startCheckout()
  const confirmed = await confirm(checkout.secret, CARDS.good)
  expect(confirmed.body.status).toBe("requires_capture")
  const { body } = await complete(checkout.cart)
  expect(body.type).toBe("order")
  const [payment] = await shop.sql<{ id: string }>(
    "select id from payment where payment_session_id = $1",
    [checkout.session?.id]
  )
  return { ...checkout, order: body.order, payment: payment.id }
}

const paymentStatus = async (order: { id: string }) => {
  const { body } = await shop.admin<HttpTypes.AdminOrderResponse>(
    `/orders/${order.id}?fields=payment_status`
  )
  return body.order.payment_status
}

const amounts = (table: "capture" | "refund", payment: string) =>
  shop.sql<{ amount: number }>(
    `select amount::float from ${table}
      where payment_id = $1 and deleted_at is null order by created_at`,
    [payment]
  )

afterEach(() => shop.sim.clearFaults("stripe"))

describe("a card checkout", () => {
  it("asks Stripe for exactly the total of the cart", async () => {
    const { cart, session, intent } = await startCheckout()

    expect(cart.item_subtotal).toBe(40)
    expect(await intentOf(intent)).toMatchObject({
      amount: Math.round(cart.total * 100),
      amount_received: 0,
      currency: "usd",
      metadata: { session_id: session?.id },
      status: "requires_payment_method",
    })
    expect(session).toMatchObject({ amount: cart.total, status: "pending" })
  })

  it("becomes an order that is held, captured and partly refunded", async () => {
    const { cart, order, payment, intent } = await placeOrder()
    const cents = Math.round(cart.total * 100)

    expect(order).toMatchObject({ total: cart.total, currency_code: "usd" })
    expect(await paymentStatus(order)).toBe("authorized")
    expect(await intentOf(intent)).toMatchObject({
      amount_capturable: cents,
      amount_received: 0,
    })

    const captured = await shop.admin(`/payments/${payment}/capture`, {
      body: {},
    })
    expect(captured.status).toBe(200)
    expect(await paymentStatus(order)).toBe("captured")
    expect(await intentOf(intent)).toMatchObject({
      amount_capturable: 0,
      amount_received: cents,
      status: "succeeded",
    })

    const refunded = await shop.admin(`/payments/${payment}/refund`, {
      body: { amount: 12.34 },
    })
    expect(refunded.status).toBe(200)
    expect(await paymentStatus(order)).toBe("partially_refunded")
    const refunds = await stripe<{ data: object[] }>(
      `/v1/refunds?payment_intent=${intent}`
    )
    expect(refunds.body.data).toEqual([
      expect.objectContaining({ amount: 1234, status: "succeeded" }),
    ])
  })

  // The core lets a cent too much pass, so Stripe has the last word.
  it.each([0.01, 1])(
    "does not give back %d more than was taken",
    async (more) => {
      const { cart, payment, intent } = await placeOrder()
      await shop.admin(`/payments/${payment}/capture`, { body: {} })

      const { status } = await shop.admin(`/payments/${payment}/refund`, {
        body: { amount: cart.total + more },
      })

      expect(status).toBe(400)
      expect(await amounts("refund", payment)).toEqual([])
      const refunds = await stripe<{ data: object[] }>(
        `/v1/refunds?payment_intent=${intent}`
      )
      expect(refunds.body.data).toEqual([])
    }
  )
})

describe("a refund", () => {
  it("asked for five times at once is given once, also while a capture runs", async () => {
    const { cart, payment, intent } = await placeOrder()
    const [captured, ...early] = await Promise.all([
      shop.admin(`/payments/${payment}/capture`, { body: {} }),
      ...Array.from({ length: 2 }, () =>
        shop.admin(`/payments/${payment}/refund`, {
          body: { amount: cart.total },
        })
      ),
    ])
    expect(captured.status).toBe(200)

    const late = await Promise.all(
      Array.from({ length: 5 }, () =>
        shop.admin(`/payments/${payment}/refund`, {
          body: { amount: cart.total },
        })
      )
    )

    const statuses = [...early, ...late].map(({ status }) => status).sort()
    expect(statuses).toEqual([200, ...Array<number>(6).fill(400)])
    expect(await amounts("refund", payment)).toEqual([{ amount: cart.total }])
    const refunds = await stripe<{ data: object[] }>(
      `/v1/refunds?payment_intent=${intent}`
    )
    expect(refunds.body.data).toEqual([
      expect.objectContaining({ amount: Math.round(cart.total * 100) }),
    ])
  })
})

describe("a capture", () => {
  it("of a part takes the part, once", async () => {
    const { payment, intent } = await placeOrder()

    const part = await shop.admin(`/payments/${payment}/capture`, {
      body: { amount: 15 },
    })
    expect(part.status).toBe(200)
    expect(await intentOf(intent)).toMatchObject({
      amount_capturable: 0,
      amount_received: 1500,
      status: "succeeded",
    })

    const more = await shop.admin<{ message: string }>(
      `/payments/${payment}/capture`,
      { body: { amount: 15 } }
    )
    expect(more.status).toBe(400)
    expect(more.body.message).toBe(
      "Stripe has captured 15 USD of this payment and released the rest, so no more can be captured. Ask the customer for a new payment."
    )
    expect(await amounts("capture", payment)).toEqual([{ amount: 15 }])
    expect(await intentOf(intent)).toMatchObject({ amount_received: 1500 })
  })

  it("whose answer is lost is asked for again, not made again", async () => {
    const { cart, payment, intent } = await placeOrder()
    const path = `/v1/payment_intents/${intent}/capture`
    await shop.sim.faults("stripe", [
      { fault: "drop", processed: true, match: { path } },
    ])

    const { status } = await shop.admin(`/payments/${payment}/capture`, {
      body: {},
    })

    expect(status).toBe(200)
    expect(await amounts("capture", payment)).toEqual([{ amount: cart.total }])
    const tries = (await shop.sim.journal("stripe")).filter(
      (entry) => entry.path === path
    )
    expect(tries.map(({ outcome, status }) => ({ outcome, status }))).toEqual([
      { outcome: "connection dropped", status: undefined },
      { outcome: "answered", status: 200 },
    ])
    const keys = tries.map(
      ({ headers }) => (headers as Record<string, string>)["idempotency-key"]
    )
    expect(keys[0]).toMatch(/^capt_/)
    expect(keys[1]).toBe(keys[0])
  })

  it("that Stripe fails leaves nothing behind", async () => {
    const { order, payment, intent } = await placeOrder()
    await shop.sim.faults("stripe", [
      {
        fault: "html",
        status: 403,
        times: "always",
        match: { path: "/v1/payment_intents/*/capture" },
      },
    ])

    const { status } = await shop.admin(`/payments/${payment}/capture`, {
      body: {},
    })

    expect(status).toBe(500)
    expect(await amounts("capture", payment)).toEqual([])
    expect(await paymentStatus(order)).toBe("authorized")
    expect(await intentOf(intent)).toMatchObject({ amount_received: 0 })
  })
})

describe("a card that is refused", () => {
  it("makes no order", async () => {
    const { cart, secret, intent } = await startCheckout()

    const { status, body } = await confirm(secret, CARDS.declined)

    expect(status).toBe(402)
    expect(body.error).toMatchObject({
      type: "card_error",
      code: "card_declined",
      decline_code: "insufficient_funds",
    })
    expect((await complete(cart)).status).toBe(400)
    expect(await ordersOf(cart)).toEqual([])
    expect(await intentOf(intent)).toMatchObject({
      status: "requires_payment_method",
      amount_capturable: 0,
      last_payment_error: { code: "card_declined" },
    })
  })

  it("can be followed by one that is not", async () => {
    const { cart, secret } = await startCheckout()
    await confirm(secret, CARDS.declined)

    await confirm(secret, CARDS.good)

    const { body } = await complete(cart)
    expect(body.type).toBe("order")
    expect(await ordersOf(cart)).toEqual([{ order_id: body.order.id }])
  })
})

describe("3-D Secure", () => {
  async function reachTheBank() {
    const checkout = await startCheckout()
    const { body } = await confirm(checkout.secret, CARDS.secure)
    expect(body.status).toBe("requires_action")
    const bank = String(body.next_action?.redirect_to_url.url)
    const answer = (result: "pass" | "fail") =>
      call(bank, {
        headers: { "content-type": "application/x-www-form-urlencoded" },
        body: `result=${result}`,
      })
    return { ...checkout, answer }
  }

  it("holds the order until the bank has agreed", async () => {
    const { cart, intent, answer } = await reachTheBank()

    expect((await complete(cart)).status).toBe(400)
    expect(await ordersOf(cart)).toEqual([])

    const back = await answer("pass")
    expect(back.status).toBe(303)
    const address = new URL(back.headers.get("location") ?? "")
    expect(address.searchParams.get("payment_intent")).toBe(intent)
    expect(address.searchParams.get("redirect_status")).toBe("succeeded")
    const { body } = await complete(cart)
    expect(body.type).toBe("order")
    expect(await paymentStatus(body.order)).toBe("authorized")
  })

  it("makes no order when it fails", async () => {
    const { cart, intent, answer } = await reachTheBank()

    await answer("fail")

    expect((await complete(cart)).status).toBe(400)
    expect(await ordersOf(cart)).toEqual([])
    expect(await intentOf(intent)).toMatchObject({
      status: "requires_payment_method",
      amount_capturable: 0,
      last_payment_error: { code: "payment_intent_authentication_failure" },
    })
  })
})

describe("a webhook", () => {
  it("is signed, accepted, and makes the order of a closed tab", async () => {
    const { cart, secret, intent } = await startCheckout()
    await confirm(secret, CARDS.good)

    await waitFor(async () => {
      const order = (await ordersOf(cart)).at(0)
      return (
        order && (await paymentStatus({ id: order.order_id })) === "authorized"
      )
    })

    const told = (await shop.sim.journal("stripe")).filter(
      ({ direction, body }) =>
        direction === "out" && JSON.stringify(body).includes(intent)
    )
    expect(
      told.map(({ event, status, path }) => ({ event, status, path }))
    ).toEqual(
      [
        "payment_intent.created",
        "charge.succeeded",
        "payment_intent.amount_capturable_updated",
      ].map((event) => ({
        event,
        status: 200,
        path: "/hooks/payment/stripe_stripe",
      }))
    )
  })
})

/** The core keeps a webhook for five seconds, then works; nothing tells when. */
async function waitFor(isSo: () => Promise<boolean | undefined>) {
  const end = Date.now() + 30_000
  while (Date.now() < end) {
    if (await isSo()) {
      return
    }
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  throw new Error("Nothing happened for 30 seconds.")
}
