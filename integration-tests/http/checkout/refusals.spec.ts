import type { HttpTypes } from "@medusajs/framework/types"
import { shopAt, startServer, useShop } from "../../support"
import { checkoutBed, expectRefused, freshPhone, NAIROBI, rows } from "./bed"

const shop = useShop()
const { body, checkout, variantOf } = checkoutBed(shop)

const refused = (
  sent: object,
  refusal: { status: number; code: string; details?: unknown },
  token?: string
) => expectRefused(shop, () => checkout(sent, { token }), refusal)

const detail = (field: string, message: string) => [{ field, message }]

describe("what is not for sale", () => {
  it("says what is short and how many are left", async () => {
    const scarce = await variantOf({ stock: 3 })
    const plenty = await variantOf()
    const items = [
      { variant_id: plenty, quantity: 1 },
      { variant_id: scarce, quantity: 4 },
    ]

    await refused(await body({ items }), {
      status: 400,
      code: "insufficient_inventory",
      details: [
        {
          field: "items.1",
          message: "only 3 left",
          variant_id: scarce,
          available: 3,
        },
      ],
    })
  })

  it("counts two lines of one variant together", async () => {
    const variant_id = await variantOf({ stock: 3 })
    const line = { variant_id, quantity: 2 }

    await refused(await body({ items: [line, line] }), {
      status: 400,
      code: "insufficient_inventory",
      details: [expect.objectContaining({ available: 3 })],
    })
  })

  it("is not sold: a variant that does not exist, a draft, another channel's", async () => {
    const draft = await variantOf({ status: "draft" })
    const elsewhere = await shop.fixtures.product()
    const { body: held } = await shop.admin<HttpTypes.AdminProductResponse>(
      `/products/${elsewhere.id}?fields=sales_channels.id`
    )
    const channel = held.product.sales_channels?.[0].id
    const owner = await shop.asSuperAdmin()
    const moved = await owner.admin(`/sales-channels/${channel}/products`, {
      body: { remove: [elsewhere.id] },
    })
    expect(moved.status).toBe(200)

    for (const variant_id of [
      "variant_none",
      draft,
      elsewhere.variants?.[0].id ?? "",
    ]) {
      await refused(await body({ items: [{ variant_id, quantity: 1 }] }), {
        status: 400,
        code: "item_unavailable",
        details: [{ field: "items.0", message: "is not for sale", variant_id }],
      })
    }
  })

  it("is nothing", async () => {
    await refused(await body({ items: [] }), {
      status: 400,
      code: "cart_empty",
    })
    const { body: made } = await shop.store<HttpTypes.StoreCartResponse>(
      "/carts",
      { body: { region_id: shop.seed.regions.ke } }
    )
    await refused(await body({ cart_id: made.cart.id }), {
      status: 400,
      code: "cart_empty",
    })
  })

  it("has no price in the currency of the region", async () => {
    const variant_id = await variantOf({ prices: { usd: 20 } })

    await refused(await body({ items: [{ variant_id, quantity: 1 }] }), {
      status: 400,
      code: "invalid_data",
    })
  })
})

describe("where it goes", () => {
  it.each([
    [
      { city: " ", province: "Atlantis", postal_code: "1" },
      [
        { field: "shipping_address.city", message: "is required" },
        {
          field: "shipping_address.province",
          message: "is not a county of Kenya",
        },
        {
          field: "shipping_address.postal_code",
          message: "must look like 00100",
        },
      ].slice(1),
    ],
    [
      { country_code: "us" },
      detail(
        "shipping_address.country_code",
        "is not a country this region delivers to"
      ),
    ],
    [
      { country_code: "zz" },
      detail(
        "shipping_address.country_code",
        "is not a country this region delivers to"
      ),
    ],
  ])("must be an address of the region: %j", async (wrong, details) => {
    const shipping_address = { ...NAIROBI, ...wrong, city: "Nairobi" }

    await refused(await body({ shipping_address }), {
      status: 400,
      code: "invalid_address",
      details,
    })
  })

  it("must be said", async () => {
    await refused(await body({ shipping_address: undefined }), {
      status: 400,
      code: "address_required",
      details: detail("shipping_address", "is required"),
    })
  })

  it("may not be somebody else's address", async () => {
    const [owner, other] = [await shop.asCustomer(), await shop.asCustomer()]
    const { body: saved } = await owner.store<HttpTypes.StoreCustomerResponse>(
      "/customers/me/addresses",
      { body: NAIROBI }
    )
    const sent = await body({
      shipping_address: undefined,
      address_id: saved.customer.addresses[0].id,
    })

    await refused(sent, { status: 404, code: "not_found" }, other.token)
    await refused(sent, { status: 401, code: "unauthorized" })
  })

  it("must be reached by the delivery that was chosen", async () => {
    const cart = await shop.fixtures.cart({ market: "us", shipped: false })
    const { body: offered } =
      await shop.store<HttpTypes.StoreShippingOptionListResponse>(
        `/shipping-options?cart_id=${cart.id}`
      )

    for (const id of [offered.shipping_options[0].id, "so_none"]) {
      await refused(await body({ shipping_option_id: id }), {
        status: 400,
        code: "shipping_option_unavailable",
        details: detail("shipping_option_id", "is not available here"),
      })
    }
  })
})

describe("whose it is", () => {
  it("is a cart that exists, and not another customer's", async () => {
    const owner = await shop.asCustomer()
    const other = await shop.asCustomer()
    const cart = await shop.fixtures.cart({ token: owner.token })
    const missing = { status: 404, code: "not_found" }

    await refused(await body({ cart_id: "cart_none" }), missing)
    await refused(await body({ cart_id: cart.id }), missing, other.token)
  })

  it("is a region that exists", async () => {
    await refused(await body({ region_id: "reg_none" }), {
      status: 404,
      code: "not_found",
    })
  })

  it.each([
    ["a phone that is none", { phone: "12345" }, "invalid_phone", "phone"],
    [
      "an address with a phone that is none",
      { shipping_address: { ...NAIROBI, phone: "abc" } },
      "invalid_phone",
      "shipping_address.phone",
    ],
    [
      "a payment with a phone that is none",
      { payment: { method: "cash", phone: "07" } },
      "invalid_phone",
      "payment.phone",
    ],
  ])("is refused with %s", async (_, changes, code, field) => {
    await refused(await body(changes), {
      status: 400,
      code,
      details: detail(field, "is not a phone number"),
    })
  })

  it("is somebody we can reach, as the market asks", async () => {
    await refused(await body({ phone: undefined, email: undefined }), {
      status: 400,
      code: "contact_required",
      details: detail("phone", "is required"),
    })
    const bd = {
      region_id: shop.seed.regions.bd,
      shipping_address: {
        ...NAIROBI,
        country_code: "bd",
        province: "Dhaka",
        postal_code: "1205",
      },
    }
    await refused(await body({ ...bd, phone: undefined }), {
      status: 400,
      code: "contact_required",
      details: detail("phone", "is required"),
    })
    const us = {
      region_id: shop.seed.regions.us,
      shipping_address: {
        ...NAIROBI,
        country_code: "us",
        province: "NJ",
        postal_code: "07114",
      },
    }
    await refused(await body({ ...us, email: undefined }), {
      status: 400,
      code: "contact_required",
      details: detail("email", "is required"),
    })
  })
})

describe("how it is paid", () => {
  const unavailable = {
    status: 400,
    code: "payment_method_unavailable",
    details: detail("payment.method", "is not available here"),
  }

  it.each(["paypal", "bkash", "pp_system_default", "__proto__", "toString"])(
    "is not with %s in Kenya",
    async (method) => {
      await refused(await body({ payment: { method } }), unavailable)
    }
  )

  it("is not with cash in the United States, nor through core", async () => {
    const cart = await shop.fixtures.cart({
      market: "us",
      address: { phone: "+12015550123", province: "NJ" },
    })
    await refused(
      { cart_id: cart.id, payment: { method: "cash" } },
      unavailable
    )
    const { body: made } =
      await shop.store<HttpTypes.StorePaymentCollectionResponse>(
        "/payment-collections",
        { body: { cart_id: cart.id } }
      )
    await shop.store(
      `/payment-collections/${made.payment_collection.id}/payment-sessions`,
      { body: { provider_id: "pp_cash_cash" } }
    )
    const before = await rows(shop)
    const { status, body: answer } = await shop.store(
      `/carts/${cart.id}/complete`,
      { method: "POST" }
    )

    expect({ status, code: answer.code }).toEqual({
      status: 400,
      code: "payment_method_unavailable",
    })
    expect(await rows(shop)).toEqual(before)
  })

  it.each(["+12015550123", "+254202345678"])(
    "is not with M-Pesa from %s",
    async (phone) => {
      await refused(await body({ payment: { method: "mpesa", phone } }), {
        status: 400,
        code: "phone_not_supported",
        details: detail(
          "payment.phone",
          "must be a mobile number such as 0712345678"
        ),
      })
    }
  )

  it("is not with a code that does not exist", async () => {
    await refused(await body({ promo_codes: ["NO-SUCH-CODE"] }), {
      status: 400,
      code: "promotion_not_applied",
      details: [
        {
          field: "promo_codes.0",
          message: "There is no such code.",
          reason: "unknown",
        },
      ],
    })
  })
})

describe("what is sent", () => {
  it.each([
    ["a price", { items: [{ variant_id: "v", quantity: 1, unit_price: 1 }] }],
    ["a status", { status: "completed" }],
    ["a total", { total: 1 }],
    ["a customer", { customer_id: "cus_1" }],
    ["metadata", { metadata: { a: 1 } }],
    ["an amount", { payment: { method: "cash", amount: 1 } }],
    ["no quantity", { items: [{ variant_id: "v", quantity: 0 }] }],
    ["half a piece", { items: [{ variant_id: "v", quantity: 0.5 }] }],
    ["101 pieces", { items: [{ variant_id: "v", quantity: 101 }] }],
    ["no items", { items: undefined }],
    ["no region", { region_id: undefined }],
    ["cart and items", { items: [], cart_id: "cart_1" }],
    ["two addresses", { address_id: "addr_1" }],
    ["a novel", { note: "x".repeat(501) }],
    ["no payment", { payment: undefined }],
    ["a wrong e-mail", { email: "nobody" }],
  ])("may not be %s", async (_, changes) => {
    const sent = { ...(await body()), ...changes }
    const before = await rows(shop)

    const { status, body: answer } = await checkout(sent)

    expect({ status, code: answer.code }).toEqual({
      status: 400,
      code: "invalid_data",
    })
    const fields = answer.details?.map(({ field }) => field) ?? []
    expect(fields.length).toBeGreaterThan(0)
    expect(fields).not.toContain("")
    expect(await rows(shop)).toEqual(before)
  })

  it("may not add up to more than a line takes", async () => {
    const variant_id = await variantOf({ stock: 1000 })
    const line = { variant_id, quantity: 60 }

    await refused(await body({ items: [line, line] }), {
      status: 400,
      code: "invalid_quantity",
      details: [
        {
          field: "items.0",
          message: "must be a whole number from 1 to 100",
          variant_id,
        },
      ],
    })
  })

  it("must be JSON", async () => {
    const before = await rows(shop)
    const { status, body: answer } = await shop.store("/checkout", {
      body: '{"cart_id":',
      headers: { "content-type": "application/json" },
    })

    expect({ status, code: answer.code }).toEqual({
      status: 400,
      code: "malformed_json",
    })
    expect(await rows(shop)).toEqual(before)
  })
})

describe("a shop without guests", () => {
  it("sells to whoever is logged in", async () => {
    const members = shopAt(
      await startServer({ env: { GUEST_CHECKOUT: "false" } })
    )
    const bed = checkoutBed(members)
    const sent = await bed.body()
    const { token } = await members.asCustomer()

    await expectRefused(members, () => bed.checkout(sent), {
      status: 401,
      code: "account_required",
    })
    expect((await bed.checkout(sent, { token })).status).toBe(201)
  })
})

describe("a closed sales channel", () => {
  it("sells nothing", async () => {
    const owner = await shop.asSuperAdmin()
    const { body: made } =
      await owner.admin<HttpTypes.AdminSalesChannelResponse>(
        "/sales-channels",
        { body: { name: "Closed", is_disabled: true } }
      )
    const { body: key } = await owner.admin<HttpTypes.AdminApiKeyResponse>(
      "/api-keys",
      { body: { title: "Closed", type: "publishable" } }
    )
    await owner.admin(`/api-keys/${key.api_key.id}/sales-channels`, {
      body: { add: [made.sales_channel.id] },
    })
    const sent = await body({ phone: freshPhone() })

    await expectRefused(
      shop,
      () =>
        checkout(sent, {
          headers: { "x-publishable-api-key": key.api_key.token },
        }),
      { status: 400, code: "sales_channel_unavailable" }
    )
  })
})
