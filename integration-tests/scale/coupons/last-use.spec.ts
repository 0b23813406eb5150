import { randomInt } from "node:crypto"
import type { AdminCouponResponse } from "../../../src/api/admin/coupons/view"
import {
  type Shop,
  shopAt,
  startServers,
  type TestServer,
  unique,
} from "../../support"

const BUYERS = 20

let servers: TestServer[]
let shop: Shop

beforeAll(async () => {
  servers = await startServers(2)
  shop = shopAt(servers[0])
}, 120_000)

type Reply = {
  order?: { id: string } | null
  code?: string
  details?: { field: string; reason?: string }[]
}

const coupon = async (changes: object) => {
  const { status, body } = await shop.admin<AdminCouponResponse>("/coupons", {
    body: {
      code: unique("LAST").toUpperCase(),
      type: "fixed",
      currency_code: "kes",
      value: 100,
      starts_at: "2020-01-01",
      ends_at: "2099-12-31",
      ...changes,
    },
  })
  expect(status).toBe(201)
  return body.coupon
}

/** Everybody presses the button at once, every other one at the other server. */
async function buyAll(count: number, code: string, token?: string) {
  const product = await shop.fixtures.product({ stock: null })
  const variant_id = product.variants?.[0].id ?? ""
  return Promise.all(
    Array.from({ length: count }, (_, index) =>
      shopAt(servers[index % servers.length]).store<Reply>("/checkout", {
        token,
        body: {
          items: [{ variant_id, quantity: 1 }],
          region_id: shop.seed.regions.ke,
          email: `${unique("guest")}@example.com`,
          phone: `+2547${randomInt(10_000_000, 99_999_999)}`,
          shipping_address: {
            first_name: "Amina",
            last_name: "Otieno",
            address_1: "Moi Avenue 1",
            city: "Nairobi",
            country_code: "ke",
          },
          promo_codes: [code],
          payment: { method: "cash" },
        },
      })
    )
  )
}

const ordersWith = async (promotion: string) => {
  const [row] = await shop.sql<{ count: string }>(
    `select count(*) from order_promotion p
       join "order" o on o.id = p.order_id and o.deleted_at is null
      where p.promotion_id = $1 and p.deleted_at is null`,
    [promotion]
  )
  return Number(row.count)
}

const ordersAltogether = async () => {
  const [row] = await shop.sql<{ count: string }>(
    `select count(*) from "order" where deleted_at is null`
  )
  return Number(row.count)
}

const refusalsIn = (replies: { status: number; body: Reply }[]) =>
  replies
    .filter(({ body }) => !body.order)
    .map(({ status, body: { code, details } }) => ({ status, code, details }))

it(`the last use of a coupon is for one of ${BUYERS} buyers at two servers`, async () => {
  const { id, code } = await coupon({ usage_limit: 1 })
  const before = await ordersAltogether()

  const replies = await buyAll(BUYERS, code)

  expect(replies.filter(({ body }) => body.order)).toHaveLength(1)
  expect(refusalsIn(replies)).toEqual(
    Array.from({ length: BUYERS - 1 }, () => ({
      status: 400,
      code: "promotion_not_applied",
      details: [
        {
          field: "promo_codes.0",
          message: "The code has been used as often as it may be.",
          reason: "used_up",
        },
      ],
    }))
  )
  expect(await ordersWith(id)).toBe(1)
  expect(await ordersAltogether()).toBe(before + 1)
  const [{ used }] = await shop.sql<{ used: number }>(
    "select used from promotion where id = $1",
    [id]
  )
  expect(used).toBe(1)
}, 600_000)

it("a customer's last use is for one of their tabs", async () => {
  const { id, code } = await coupon({ usage_limit_per_customer: 1 })
  const { token } = await shop.asCustomer()

  const replies = await buyAll(6, code, token)

  expect(replies.filter(({ body }) => body.order)).toHaveLength(1)
  expect(refusalsIn(replies)).toEqual(
    Array.from({ length: 5 }, () => ({
      status: 400,
      code: "promotion_not_applied",
      details: [
        {
          field: "promo_codes.0",
          message: "You have used the code as often as you may.",
          reason: "customer_limit",
        },
      ],
    }))
  )
  expect(await ordersWith(id)).toBe(1)
}, 600_000)
