import type { HttpTypes } from "@medusajs/framework/types"
import { unique, useShop } from "../../support"
import { checkoutBed, freshPhone, NAIROBI } from "./bed"

const shop = useShop()
const { body, checkout, variantOf } = checkoutBed(shop)

const options = (cart: string) =>
  shop.store<HttpTypes.StoreShippingOptionListResponse>(
    `/shipping-options?cart_id=${cart}`
  )

const stored = async (id: string | undefined) => {
  const [order] = await shop.sql<{
    metadata: Record<string, unknown>
    customer_id: string | null
    phone: string
    province: string
  }>(
    `select o.metadata, o.customer_id, a.phone, a.province from "order" o
       join order_address a on a.id = o.shipping_address_id where o.id = $1`,
    [id]
  )
  return order
}

async function promotion(target_type: string, value: number) {
  const code = unique("CODE").toUpperCase()
  const { status } = await shop.admin("/promotions", {
    body: {
      code,
      type: "standard",
      status: "active",
      application_method: {
        type: "percentage",
        target_type,
        allocation: target_type === "items" ? "across" : "each",
        ...(target_type === "items" ? {} : { max_quantity: 1 }),
        value,
        currency_code: "kes",
      },
    },
  })
  expect(status).toBe(200)
  return code
}

describe("a guest with lines", () => {
  it("has a cash order with one call", async () => {
    const sent = await body({ phone: "0712 345 678" })

    const { status, body: answer } = await checkout(sent)

    expect({ status, answer }).toMatchObject({
      status: 201,
      answer: {
        order: {
          id: expect.stringMatching(/^order_/),
          email: sent.email,
          currency_code: "kes",
          items: [{ unit_price: 2500, quantity: 2 }],
          shipping_address: {
            ...NAIROBI,
            province: "Nairobi",
            phone: "+254712345678",
          },
          billing_address: { address_1: NAIROBI.address_1 },
        },
        payment: {
          method: "cash",
          state: "pending",
          amount: answer.order?.total,
          currency_code: "kes",
        },
        order_token: expect.stringContaining(`${answer.order?.id}.`),
      },
    })
    expect(answer.payment.amount).toBeGreaterThanOrEqual(5000)
  })

  it("is shown the order as GET /store/orders/:id shows it", async () => {
    const { body: answer } = await checkout(await body())

    const { body: read } = await shop.store<HttpTypes.StoreOrderResponse>(
      `/orders/${answer.order?.id}`
    )

    expect(answer.order).toEqual(read.order)
  })

  it("has the stock reserved and nothing paid", async () => {
    const variant_id = await variantOf({ stock: 3 })

    const { body: answer } = await checkout(
      await body({ items: [{ variant_id, quantity: 2 }] })
    )

    expect(
      await shop.sql(
        `select l.reserved_quantity::int as reserved
           from inventory_level l
           join product_variant_inventory_item i
             on i.inventory_item_id = l.inventory_item_id
          where i.variant_id = $1`,
        [variant_id]
      )
    ).toEqual([{ reserved: 2 }])
    const { body: order } = await shop.admin<HttpTypes.AdminOrderResponse>(
      `/orders/${answer.order?.id}?fields=payment_status`
    )
    expect(order.order.payment_status).toBe("awaiting")
  })

  it("needs no e-mail where the market asks for a phone", async () => {
    const { status, body: answer } = await checkout(
      await body({
        region_id: shop.seed.regions.bd,
        email: undefined,
        phone: "০১৭১২৩৪৫৬৭৮",
        shipping_address: {
          ...NAIROBI,
          country_code: "bd",
          city: "Dhaka",
          province: "ঢাকা",
          postal_code: "1205",
        },
      })
    )

    expect({ status, answer }).toMatchObject({
      status: 201,
      answer: {
        order: {
          email: null,
          currency_code: "bdt",
          shipping_address: { province: "Dhaka", phone: "+8801712345678" },
        },
      },
    })
  })

  it("may leave a note and a bill for elsewhere", async () => {
    const billing_address = {
      ...NAIROBI,
      first_name: "Joseph",
      address_1: "Unter den Linden 1",
      city: "Berlin",
      province: undefined,
      postal_code: "10117",
      country_code: "DE",
    }
    const { body: answer } = await checkout(
      await body({ note: "Ring <b>twice</b>", billing_address })
    )

    expect(await stored(answer.order?.id)).toMatchObject({
      metadata: { delivery_note: "Ring <b>twice</b>" },
    })
    expect(answer.order?.billing_address).toMatchObject({
      first_name: "Joseph",
      country_code: "de",
      city: "Berlin",
    })
    expect(answer.order?.shipping_address?.city).toBe("Nairobi")
  })

  it("adds up what is sent twice", async () => {
    const variant_id = await variantOf()
    const line = { variant_id, quantity: 1 }

    const { body: answer } = await checkout(await body({ items: [line, line] }))

    expect(answer.order?.items).toMatchObject([{ quantity: 2 }])
  })

  it("gets the cheapest delivery, or the one they chose", async () => {
    const cart = await shop.fixtures.cart({ shipped: false })
    const { shipping_options } = (await options(cart.id)).body
    const [dearest] = [...shipping_options].sort((a, b) => b.amount - a.amount)
    const cheapest = Math.min(...shipping_options.map(({ amount }) => amount))
    expect(dearest.amount).toBeGreaterThan(cheapest)

    const plain = await checkout(await body())
    const chosen = await checkout(
      await body({ shipping_option_id: dearest.id })
    )

    expect(plain.body.order?.shipping_methods).toMatchObject([
      { amount: cheapest },
    ])
    expect(chosen.body.order?.shipping_methods).toMatchObject([
      { amount: dearest.amount, shipping_option_id: dearest.id },
    ])
  })

  it("pays less with a code", async () => {
    const code = await promotion("items", 10)

    const { status, body: answer } = await checkout(
      await body({ promo_codes: [code] })
    )

    expect({ status, order: answer.order }).toMatchObject({
      status: 201,
      order: { items: [{ adjustments: [{ code }] }] },
    })
    expect(answer.order?.discount_total).toBeCloseTo(500, 6)
    expect(answer.payment.amount).toBe(answer.order?.total)
  })

  it.each(["cash", "stripe"])(
    "pays nothing for what is free, by %s too",
    async (method) => {
      const promo_codes = [
        await promotion("items", 100),
        await promotion("shipping_methods", 100),
      ]

      const { status, body: answer } = await checkout(
        await body({ promo_codes, payment: { method } })
      )

      expect({ status, total: answer.order?.total }).toEqual({
        status: 201,
        total: 0,
      })
      expect(answer.payment).toEqual({
        method: null,
        state: "not_required",
        amount: 0,
        currency_code: "kes",
      })
    }
  )
})

describe("a cart", () => {
  it("made with core's own calls becomes the order", async () => {
    const cart = await shop.fixtures.cart({
      email: `${unique("g")}@example.com`,
    })

    const { status, body: answer } = await checkout({
      cart_id: cart.id,
      phone: freshPhone(),
      payment: { method: "cash" },
    })

    expect(status).toBe(201)
    expect(answer.order).toMatchObject({
      email: cart.email,
      total: cart.total,
      shipping_address: { address_1: "Moi Avenue 1" },
    })
    expect(answer.payment.amount).toBe(cart.total)
  })

  it("keeps the delivery that was chosen before", async () => {
    const cart = await shop.fixtures.cart({ shipped: false })
    const { shipping_options } = (await options(cart.id)).body
    const [dearest] = [...shipping_options].sort((a, b) => b.amount - a.amount)
    await shop.store(`/carts/${cart.id}/shipping-methods`, {
      body: { option_id: dearest.id },
    })

    const { body: answer } = await checkout(await body({ cart_id: cart.id }))

    expect(answer.order?.shipping_methods).toMatchObject([
      { shipping_option_id: dearest.id },
    ])
  })

  it("that is an order already is answered with it", async () => {
    const cart = await shop.fixtures.cart()
    const sent = await body({ cart_id: cart.id })
    const first = await checkout(sent)

    const again = await checkout(sent)

    expect([first.status, again.status]).toEqual([201, 200])
    expect(again.body.order).toEqual(first.body.order)
    expect(again.body.payment).toEqual(first.body.payment)
  })

  it("makes one order of ten calls at once", async () => {
    const cart = await shop.fixtures.cart()
    const sent = await body({ cart_id: cart.id })

    const answers = await Promise.all(
      Array.from({ length: 10 }, () => checkout(sent))
    )

    const orders = await shop.sql(
      "select order_id from order_cart where cart_id = $1",
      [cart.id]
    )
    expect(orders).toHaveLength(1)
    expect(answers.map(({ status }) => status).sort()).toEqual([
      ...Array(9).fill(200),
      201,
    ])
  })

  it("can be completed by core's own call, too", async () => {
    const cart = await shop.fixtures.cart({ address: { phone: freshPhone() } })
    const { body: made } =
      await shop.store<HttpTypes.StorePaymentCollectionResponse>(
        "/payment-collections",
        { body: { cart_id: cart.id } }
      )
    await shop.store(
      `/payment-collections/${made.payment_collection.id}/payment-sessions`,
      { body: { provider_id: "pp_cash_cash" } }
    )

    const { status, body: done } =
      await shop.store<HttpTypes.StoreCompleteCartResponse>(
        `/carts/${cart.id}/complete`,
        { method: "POST" }
      )

    expect({ status, type: done.type }).toEqual({ status: 200, type: "order" })
  })
})

describe("a customer", () => {
  it("buys with a saved address and has the order in their list", async () => {
    const person = await shop.asCustomer()
    const { body: saved } = await person.store<HttpTypes.StoreCustomerResponse>(
      "/customers/me/addresses",
      { body: { ...NAIROBI, address_1: "Ngong Road 7", phone: freshPhone() } }
    )
    const address_id = saved.customer.addresses[0].id

    const { status, body: answer } = await checkout(
      await body({
        address_id,
        shipping_address: undefined,
        email: undefined,
        phone: undefined,
      }),
      { token: person.token }
    )

    expect(status).toBe(201)
    expect(answer.order).toMatchObject({
      email: saved.customer.email,
      shipping_address: { address_1: "Ngong Road 7" },
    })
    const { body: mine } =
      await person.store<HttpTypes.StoreOrderListResponse>("/orders")
    expect(mine.orders.map(({ id }) => id)).toEqual([answer.order?.id])
  })

  it("takes the cart along that they filled as a guest", async () => {
    const person = await shop.asCustomer()
    const cart = await shop.fixtures.cart()

    const { status, body: answer } = await checkout(
      await body({ cart_id: cart.id, email: undefined }),
      { token: person.token }
    )

    expect(status).toBe(201)
    const { body: mine } =
      await person.store<HttpTypes.StoreOrderListResponse>("/orders")
    expect(mine.orders.map(({ id }) => id)).toEqual([answer.order?.id])
  })
})
