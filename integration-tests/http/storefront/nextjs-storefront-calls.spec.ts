import Medusa, { type FetchArgs } from "@medusajs/js-sdk"
import type { HttpTypes } from "@medusajs/framework/types"
import { unique, useShop } from "../../support"
import { PICTURE } from "../../support/fixtures/product"
import { payByCard } from "./card"

/**
 * The calls that Medusa's Next.js storefront makes, with its `fields` and
 * query parameters to the letter (trailing commas and blanks included), so
 * that a limit or a check of ours cannot take a page of it away.
 */

const shop = useShop()

const LIST_FIELDS =
  "*variants.calculated_price,+variants.inventory_quantity,*variants.images,+metadata,+tags,"
const CART_FIELDS =
  "*items, *region, *items.product, *items.variant, *items.thumbnail, *items.metadata, +items.total, *promotions, +shipping_methods.name"
const CATEGORY_FIELDS =
  "*category_children, *products, *parent_category, *parent_category.parent_category"
const ORDER_FIELDS =
  "*payment_collections.payments,*items,*items.metadata,*items.variant,*items.product"

const sdk = new Medusa({
  baseUrl: shop.url,
  publishableKey: shop.seed.publishable_key,
})

/** The storefront names a language on each request, or none. */
const get = <T>(
  path: string,
  query: FetchArgs["query"] = {},
  headers: Record<string, string | null> = {}
) =>
  sdk.client.fetch<T>(path, {
    method: "GET",
    query,
    headers: { "x-medusa-locale": null, ...headers },
  })

const region_id = shop.seed.regions.ke

const listProducts = (query: Record<string, unknown> = {}) =>
  get<HttpTypes.StoreProductListResponse>("/store/products", {
    limit: 12,
    offset: 0,
    region_id,
    fields: LIST_FIELDS,
    ...query,
  })

/** Sends a form as the storefront does: what is left empty is there, empty. */
const formAddress = (country_code = "ke") => ({
  first_name: "Amina",
  last_name: "Otieno",
  address_1: "12 Moi Avenue",
  address_2: "",
  company: "",
  postal_code: "00100",
  city: "Nairobi",
  country_code,
  province: "",
  phone: "",
})

const bearer = (token: string) => ({ authorization: `Bearer ${token}` })

async function signUp() {
  const email = `${unique("next")}@example.com`
  const password = "Correct-horse-9"
  const registration = await sdk.auth.register("customer", "emailpass", {
    email,
    password,
  })
  const { customer } = await sdk.store.customer.create(
    { email, first_name: "Amina", last_name: "Otieno", phone: "" },
    {},
    bearer(String(registration))
  )
  const token = await sdk.auth.login("customer", "emailpass", {
    email,
    password,
  })
  return { customer, headers: bearer(String(token)) }
}

async function stockedShelf() {
  const { collection } = (
    await shop.admin<HttpTypes.AdminCollectionResponse>("/collections", {
      body: { title: "Shelf", handle: unique("collection") },
    })
  ).body
  const { product_category } = (
    await shop.admin<HttpTypes.AdminProductCategoryResponse>(
      "/product-categories",
      { body: { name: unique("Category"), is_active: true } }
    )
  ).body
  const { product_tag } = (
    await shop.admin<HttpTypes.AdminProductTagResponse>("/product-tags", {
      body: { value: unique("tag") },
    })
  ).body
  const product = await shop.fixtures.product({ prices: { kes: 2500 } })
  await shop.admin(`/products/${product.id}`, {
    body: {
      collection_id: collection.id,
      categories: [{ id: product_category.id }],
      tags: [{ id: product_tag.id }],
    },
  })
  return { collection, product_category, product_tag, product }
}

async function openCart(headers: Record<string, string> = {}) {
  const product = await shop.fixtures.product({ prices: { kes: 2500 } })
  const { cart } = await sdk.store.cart.create(
    { region_id, locale: undefined },
    {},
    headers
  )
  await sdk.store.cart.createLineItem(
    cart.id,
    { variant_id: product.variants?.[0].id ?? "", quantity: 1 },
    {},
    headers
  )
  return { id: cart.id, product }
}

describe("the storefront's shelves", () => {
  let shelf: Awaited<ReturnType<typeof stockedShelf>>
  beforeAll(async () => {
    shelf = await stockedShelf()
  })

  it("finds the markets from its middleware, with nothing but the key", async () => {
    const { status, body } = await shop.call<{
      regions: HttpTypes.StoreRegion[]
    }>("/store/regions", {
      headers: { "x-publishable-api-key": shop.seed.publishable_key },
    })

    expect(status).toBe(200)
    expect(body.regions.find(({ id }) => id === region_id)).toMatchObject({
      currency_code: "kes",
      countries: [{ iso_2: "ke" }],
    })
    const { region } = await get<HttpTypes.StoreRegionResponse>(
      `/store/regions/${region_id}`
    )
    expect(region.id).toBe(region_id)
  })

  it("lists collections", async () => {
    const list = (query: Record<string, string>) =>
      get<HttpTypes.StoreCollectionListResponse>("/store/collections", query)
    const page = { limit: "100", offset: "0" }
    const { id, handle } = shelf.collection
    const own = ({ collections }: HttpTypes.StoreCollectionListResponse) =>
      collections.find((collection) => collection.id === id)

    expect(own(await list({ ...page, fields: "id, handle, title" }))).toEqual({
      id,
      handle,
      title: "Shelf",
    })
    expect(own(await list({ ...page, fields: "*products" }))).toMatchObject({
      id,
    })
    expect(
      (await list({ handle, fields: "*products" })).collections
    ).toMatchObject([{ id }])
    const { collection } = await get<HttpTypes.StoreCollectionResponse>(
      `/store/collections/${id}`
    )
    expect(collection.handle).toBe(handle)
  })

  it("lists categories", async () => {
    const list = (query: Record<string, unknown>) =>
      get<HttpTypes.StoreProductCategoryListResponse>(
        "/store/product-categories",
        query
      )
    const { id, handle } = shelf.product_category

    const all = await list({ fields: CATEGORY_FIELDS, limit: 100 })
    expect(
      all.product_categories.find((category) => category.id === id)
    ).toMatchObject({ category_children: [], parent_category: null })
    const one = await list({ fields: "*category_children, *products", handle })
    expect(one.product_categories).toMatchObject([
      { id, products: [{ id: shelf.product.id }] },
    ])
  })

  it("draws a page of products with price, stock, images and tags", async () => {
    const { products, count } = await listProducts({
      handle: shelf.product.handle,
    })

    expect(count).toBe(1)
    expect(products[0]).toMatchObject({
      id: shelf.product.id,
      tags: [{ id: shelf.product_tag.id }],
      variants: [
        {
          inventory_quantity: 100,
          images: [{ url: PICTURE }],
          calculated_price: { calculated_amount: 2500, currency_code: "kes" },
        },
      ],
    })
  })

  it("sorts by itself, from the first hundred", async () => {
    const { limit } = await listProducts({ limit: 100, order: "created_at" })

    expect(limit).toBe(100)
  })

  it("builds its pages from a hundred handles", async () => {
    const { products } = await listProducts({
      limit: 100,
      fields: "handle",
      // The shop of the run may have more by now; these are the newest.
      order: "-created_at",
    })

    expect(products.map(({ handle }) => handle)).toContain(shelf.product.handle)
  })

  it.each([
    ["collection", () => ({ collection_id: [shelf.collection.id] })],
    ["category", () => ({ category_id: [shelf.product_category.id] })],
    ["id", () => ({ id: [shelf.product.id] })],
    [
      "relation",
      () => ({
        region_id,
        collection_id: [shelf.collection.id],
        tag_id: [shelf.product_tag.id],
        is_giftcard: false,
      }),
    ],
  ])("chooses products by %s", async (_, query) => {
    const { products } = await listProducts(query())

    expect(products.map(({ id }) => id)).toEqual([shelf.product.id])
  })

  it("draws the rail of a collection on the home page", async () => {
    const { products } = await listProducts({
      collection_id: shelf.collection.id,
      fields: "*variants.calculated_price",
    })

    expect(products[0].variants?.[0].calculated_price).toMatchObject({
      calculated_amount: 2500,
    })
  })

  it("loads the images of a variant", async () => {
    const id = shelf.product.variants?.[0].id
    const { variant } = await get<HttpTypes.StoreProductVariantResponse>(
      `/store/product-variants/${id}`,
      { fields: "*images" }
    )

    expect(variant).toMatchObject({ id, images: [{ url: PICTURE }] })
  })

  it("asks in a language, and which ones there are", async () => {
    const { products } = await get<HttpTypes.StoreProductListResponse>(
      "/store/products",
      { region_id, handle: shelf.product.handle },
      { "x-medusa-locale": "sw-KE" }
    )
    expect(products).toHaveLength(1)
    // Without languages in the shop this is a 404, and the menu stays away.
    const { status } = await shop.store("/locales")
    expect([200, 404]).toContain(status)
  })
})

describe("the storefront's cart", () => {
  it("is shown with everything the page draws", async () => {
    const { id, product } = await openCart()

    const { cart } = await get<HttpTypes.StoreCartResponse>(
      `/store/carts/${id}`,
      { fields: CART_FIELDS }
    )

    expect(cart).toMatchObject({
      id,
      region: { id: region_id },
      promotions: [],
      items: [
        {
          quantity: 1,
          unit_price: 2500,
          product: { id: product.id },
          variant: { id: product.variants?.[0].id },
        },
      ],
    })
    expect(cart.items?.[0].total).toBeGreaterThan(0)
    const { cart: short } = await get<HttpTypes.StoreCartResponse>(
      `/store/carts/${id}`,
      { fields: "id,region_id" }
    )
    expect(short).toMatchObject({ id, region_id })
  })

  it("moves to another market", async () => {
    const product = await shop.fixtures.product()
    const { cart } = await sdk.store.cart.create({ region_id })
    await sdk.store.cart.createLineItem(cart.id, {
      variant_id: product.variants?.[0].id ?? "",
      quantity: 1,
    })

    const { cart: moved } = await sdk.store.cart.update(cart.id, {
      region_id: shop.seed.regions.us,
    })

    expect(moved).toMatchObject({ currency_code: "usd" })
    expect(moved.items?.[0].unit_price).toBe(20)
  })

  it("takes a discount code off and on", async () => {
    const { id } = await openCart()

    const { cart } = await sdk.store.cart.update(id, { promo_codes: [] })

    expect(cart.promotions).toEqual([])
  })

  it("becomes an order paid by card", async () => {
    const { id } = await openCart()
    await sdk.store.cart.update(id, {
      email: "next@example.com",
      shipping_address: formAddress(),
      billing_address: formAddress(),
    })
    const { shipping_options } =
      await get<HttpTypes.StoreShippingOptionListResponse>(
        "/store/shipping-options",
        { cart_id: id }
      )
    expect(shipping_options[0].service_zone?.fulfillment_set?.type).toBe(
      "shipping"
    )
    await sdk.store.cart.addShippingMethod(id, {
      option_id: shipping_options[0].id,
    })
    const { payment_providers } =
      await get<HttpTypes.StorePaymentProviderListResponse>(
        "/store/payment-providers",
        { region_id }
      )
    expect(payment_providers.map((provider) => provider.id)).toContain(
      "pp_stripe_stripe"
    )
    const { cart } = await get<HttpTypes.StoreCartResponse>(
      `/store/carts/${id}`,
      { fields: CART_FIELDS }
    )
    const { payment_collection } =
      await sdk.store.payment.initiatePaymentSession(cart, {
        provider_id: "pp_stripe_stripe",
      })
    const session = payment_collection.payment_sessions?.find(
      ({ status }) => status === "pending"
    )
    await payByCard(shop.simulators, String(session?.data.client_secret))
    const done = await sdk.store.cart.complete(id)

    expect(done.type).toBe("order")
    const { order } = done as { order: HttpTypes.StoreOrder }
    expect(order.shipping_address?.country_code).toBe("ke")
    const { order: confirmed } = await get<HttpTypes.StoreOrderResponse>(
      `/store/orders/${order.id}`,
      { fields: ORDER_FIELDS }
    )
    expect(confirmed).toMatchObject({
      id: order.id,
      payment_collections: [
        { payments: [{ provider_id: "pp_stripe_stripe" }] },
      ],
      items: [{ quantity: 1 }],
    })
  })
})

describe("the storefront's account", () => {
  it("signs up, takes the cart along and shows the orders", async () => {
    const { id } = await openCart()
    const { customer, headers } = await signUp()

    const { cart } = await sdk.store.cart.transferCart(id, {}, headers)
    expect(cart.customer_id).toBe(customer.id)
    const { customer: me } = await get<HttpTypes.StoreCustomerResponse>(
      "/store/customers/me",
      { fields: "*orders" },
      headers
    )
    expect(me).toMatchObject({ id: customer.id, orders: [] })
  })

  it("keeps a profile and addresses from its forms", async () => {
    const { headers } = await signUp()

    await sdk.store.customer.update({ phone: "+254712345678" }, {}, headers)
    const { customer } = await sdk.store.customer.createAddress(
      {
        ...formAddress(),
        is_default_billing: false,
        is_default_shipping: false,
      },
      {},
      headers
    )
    const [{ id }] = customer.addresses
    const { customer: moved } = await sdk.store.customer.updateAddress(
      id,
      { ...formAddress(), city: "Mombasa" },
      {},
      headers
    )
    expect(moved.addresses[0].city).toBe("Mombasa")
    expect(await sdk.store.customer.deleteAddress(id, headers)).toMatchObject({
      deleted: true,
    })
  })

  it("lists the orders, newest first", async () => {
    const { customer, headers } = await signUp()
    const token = headers.authorization.slice("Bearer ".length)
    const input = { token, email: customer.email }
    const first = await shop.fixtures.order(input)
    const second = await shop.fixtures.order(input)

    const { orders, limit } = await get<HttpTypes.StoreOrderListResponse>(
      "/store/orders",
      {
        limit: 10,
        offset: 0,
        order: "-created_at",
        fields: "*items,+items.metadata,*items.variant,*items.product",
      },
      headers
    )

    expect(limit).toBe(10)
    expect(orders.map(({ id }) => id)).toEqual([second.id, first.id])
    expect(orders[0].items?.[0].product?.id).toMatch(/^prod_/)
  })

  it("asks for a guest's order", async () => {
    const { headers } = await signUp()
    const { id, email } = await shop.fixtures.order()

    const { order } = await sdk.store.order.requestTransfer(
      id,
      {},
      { fields: "id, email" },
      headers
    )

    expect(order).toMatchObject({ id, email })
  })
})
