import Medusa, { type FetchError } from "@medusajs/js-sdk"
import type { HttpTypes } from "@medusajs/framework/types"
import { unique, useShop } from "../../support"
import { payByCard } from "./card"

const shop = useShop()

const PASSWORD = "Correct-horse-9"

const storefront = (publishableKey = shop.seed.publishable_key) =>
  new Medusa({
    baseUrl: shop.url,
    publishableKey,
    auth: { type: "jwt", jwtTokenStorageMethod: "memory" },
  })

const refusal = (request: Promise<unknown>): Promise<FetchError> =>
  request.then(
    () => Promise.reject(new Error("The request was not refused.")),
    (error: FetchError) => error
  )

const address = {
  first_name: "Amina",
  last_name: "Otieno",
  address_1: "12 Moi Avenue",
  city: "Nairobi",
  postal_code: "00100",
  country_code: "ke",
  phone: "+254712345678",
}

async function register(sdk: Medusa) {
  const email = `${unique("sdk")}@example.com`
  await sdk.auth.register("customer", "emailpass", {
    email,
    password: PASSWORD,
  })
  const { customer } = await sdk.store.customer.create({
    email,
    first_name: "Amina",
    last_name: "Otieno",
  })
  await sdk.auth.login("customer", "emailpass", { email, password: PASSWORD })
  return customer
}

/** A cart with two pieces at 2,500 shillings, an address and a delivery. */
async function fillCart(sdk: Medusa, email: string) {
  const product = await shop.fixtures.product({ prices: { kes: 2500 } })
  const { cart } = await sdk.store.cart.create({
    region_id: shop.seed.regions.ke,
    email,
  })
  await sdk.store.cart.createLineItem(cart.id, {
    variant_id: product.variants?.[0].id ?? "",
    quantity: 2,
  })
  await sdk.store.cart.update(cart.id, {
    shipping_address: address,
    billing_address: address,
  })
  const { shipping_options } = await sdk.store.fulfillment.listCartOptions({
    cart_id: cart.id,
  })
  const { cart: filled } = await sdk.store.cart.addShippingMethod(cart.id, {
    option_id: shipping_options[0].id,
  })
  return { cart: filled, product, delivery: shipping_options[0] }
}

async function startCardPayment(sdk: Medusa, cart: HttpTypes.StoreCart) {
  const { payment_collection } = await sdk.store.payment.initiatePaymentSession(
    cart,
    { provider_id: "pp_stripe_stripe" }
  )
  const session = payment_collection.payment_sessions?.[0]
  return {
    payment_collection,
    clientSecret: String(session?.data.client_secret),
  }
}

async function complete(sdk: Medusa, cartId: string) {
  const done = await sdk.store.cart.complete(cartId)
  if (done.type !== "order") {
    throw new Error(`No order was made: ${JSON.stringify(done.error)}`)
  }
  return done.order
}

describe("a storefront on the official SDK", () => {
  it("shows the markets", async () => {
    const { regions } = await storefront().store.region.list()

    expect(
      regions
        .map(({ currency_code, countries }) => [
          currency_code,
          countries?.map(({ iso_2 }) => iso_2),
        ])
        .sort()
    ).toEqual([
      ["bdt", ["bd"]],
      ["inr", ["in"]],
      ["kes", ["ke"]],
      ["usd", ["us"]],
    ])
  })

  it("shows products with the price of the region", async () => {
    const product = await shop.fixtures.product({
      prices: { kes: 2499, usd: 19.5 },
    })
    const priceIn = async (market: string) => {
      const { products, count } = await storefront().store.product.list({
        handle: product.handle ?? "",
        region_id: shop.seed.regions[market],
        fields: "id,*variants.calculated_price",
      })
      expect(count).toBe(1)
      const price = products[0].variants?.[0].calculated_price
      return [price?.calculated_amount, price?.currency_code]
    }

    expect(await priceIn("ke")).toEqual([2499, "kes"])
    expect(await priceIn("us")).toEqual([19.5, "usd"])
  })

  it("sells to a guest who pays by card", async () => {
    const sdk = storefront()
    const { cart, delivery } = await fillCart(sdk, "guest@example.com")
    // Kenya's 16 % are in the price.
    expect(cart).toMatchObject({ item_total: 5000 })
    expect(cart.item_tax_total).toBeCloseTo(5000 - 5000 / 1.16, 6)
    expect(cart.items?.[0]).toMatchObject({ quantity: 2, unit_price: 2500 })
    expect(cart.shipping_methods?.[0]).toMatchObject({
      shipping_option_id: delivery.id,
    })

    const { payment_collection, clientSecret } = await startCardPayment(
      sdk,
      cart
    )
    expect(payment_collection.amount).toBe(cart.total)
    const intent = await payByCard(shop.simulators, clientSecret)
    expect(["requires_capture", "succeeded"]).toContain(intent.status)

    const order = await complete(sdk, cart.id)
    expect(order).toMatchObject({
      email: "guest@example.com",
      currency_code: "kes",
      total: cart.total,
      shipping_address: { city: "Nairobi", country_code: "ke" },
    })
    expect(order.items).toHaveLength(1)
    const { order: seen } = await sdk.store.order.retrieve(order.id)
    expect(seen.id).toBe(order.id)
  })

  it("makes no order while the card is not confirmed", async () => {
    const sdk = storefront()
    const { cart } = await fillCart(sdk, "hesitant@example.com")
    await startCardPayment(sdk, cart)

    const error = await refusal(sdk.store.cart.complete(cart.id))

    expect(error.status).toBe(400)
    expect(error.message).toMatch(/was not authorized with the provider/)
    expect(
      await shop.sql(
        "select 1 from order_cart where cart_id = $1 and deleted_at is null",
        [cart.id]
      )
    ).toEqual([])
  })

  it("changes and removes lines", async () => {
    const sdk = storefront()
    const { cart } = await fillCart(sdk, "fickle@example.com")
    const line = cart.items?.[0].id ?? ""

    const { cart: more } = await sdk.store.cart.updateLineItem(cart.id, line, {
      quantity: 3,
    })
    expect(more.items?.[0].quantity).toBe(3)
    const { deleted, parent } = await sdk.store.cart.deleteLineItem(
      cart.id,
      line
    )
    expect(deleted).toBe(true)
    expect(parent?.items).toEqual([])
  })

  it("says in a FetchError what was wrong", async () => {
    const error = await refusal(
      storefront().store.cart.createLineItem("cart_unknown", {
        variant_id: "variant_unknown",
        quantity: 1,
      })
    )

    expect(error).toMatchObject({ name: "Error", status: 404 })
    expect(error.message).toContain("cart_unknown")
  })

  it("is refused without the right key", async () => {
    const error = await refusal(storefront("pk_wrong").store.region.list())

    expect(error.status).toBe(400)
    expect(error.message).toMatch(/publishable/i)
  })
})

describe("a customer on the official SDK", () => {
  it("registers, logs in and is known", async () => {
    const sdk = storefront()
    const registered = await register(sdk)

    const { customer } = await sdk.store.customer.retrieve()

    expect(customer).toMatchObject({
      id: registered.id,
      email: registered.email,
      first_name: "Amina",
    })
  })

  it("keeps a profile and addresses", async () => {
    const sdk = storefront()
    await register(sdk)

    const { customer: renamed } = await sdk.store.customer.update({
      first_name: "Zawadi",
    })
    expect(renamed.first_name).toBe("Zawadi")
    const { customer } = await sdk.store.customer.createAddress({
      ...address,
      is_default_shipping: true,
    })
    const [saved] = customer.addresses
    expect(saved).toMatchObject({ city: "Nairobi", is_default_shipping: true })
    const { customer: moved } = await sdk.store.customer.updateAddress(
      saved.id,
      { city: "Mombasa" }
    )
    expect(moved.addresses[0].city).toBe("Mombasa")
    await sdk.store.customer.deleteAddress(saved.id)
    const { addresses } = await sdk.store.customer.listAddress()
    expect(addresses).toEqual([])
  })

  it("buys by card and finds the order again", async () => {
    const sdk = storefront()
    const { email } = await register(sdk)
    const { cart } = await fillCart(sdk, email)
    const { clientSecret } = await startCardPayment(sdk, cart)
    await payByCard(shop.simulators, clientSecret)
    const order = await complete(sdk, cart.id)

    const { orders, count } = await sdk.store.order.list({
      fields: "id,display_id,total,payment_status",
    })

    expect(count).toBe(1)
    expect(orders[0]).toMatchObject({
      id: order.id,
      total: cart.total,
      payment_status: "authorized",
    })
  })

  it("takes a guest's cart over", async () => {
    const sdk = storefront()
    const { cart } = await fillCart(sdk, "before@example.com")
    const customer = await register(sdk)

    const { cart: own } = await sdk.store.cart.transferCart(cart.id)

    expect(own).toMatchObject({ id: cart.id, customer_id: customer.id })
  })

  it("renews the token, and is nobody after logging out", async () => {
    const sdk = storefront()
    await register(sdk)

    expect(await sdk.auth.refresh()).toMatchObject({
      token: expect.stringMatching(/^ey/),
    })
    await sdk.store.customer.retrieve()
    await sdk.auth.logout()

    const error = await refusal(sdk.store.customer.retrieve())
    expect(error.status).toBe(401)
  })

  it("does not log in with a wrong password", async () => {
    const sdk = storefront()
    const { email } = await register(sdk)

    const error = await refusal(
      sdk.auth.login("customer", "emailpass", { email, password: "wrong" })
    )

    expect(error.status).toBe(401)
  })
})

describe("staff on the official SDK", () => {
  const office = () =>
    new Medusa({
      baseUrl: shop.url,
      auth: { type: "jwt", jwtTokenStorageMethod: "memory" },
    })

  it("logs in and reads what was sold, to whom", async () => {
    const order = await shop.fixtures.order()
    const sdk = office()
    await sdk.auth.login("user", "emailpass", shop.seed.admin)

    const { user } = await sdk.admin.user.me()
    expect(user.email).toBe(shop.seed.admin.email)
    const { orders } = await sdk.admin.order.list({ id: order.id })
    expect(orders.map(({ id }) => id)).toEqual([order.id])
    const { products } = await sdk.admin.product.list({
      limit: 5,
      fields: "id,title,*variants.prices",
    })
    expect(products.length).toBeGreaterThan(0)
    const { customers } = await sdk.admin.customer.list({
      email: order.email ?? "",
    })
    expect(customers).toHaveLength(1)
  })

  it("is nobody without logging in", async () => {
    const error = await refusal(office().admin.order.list())

    expect(error.status).toBe(401)
  })
})
