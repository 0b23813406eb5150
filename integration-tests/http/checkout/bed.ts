import { randomInt } from "node:crypto"
import type { HttpTypes } from "@medusajs/framework/types"
import type { CheckoutPayment } from "../../../src/workflows/checkout/payment-port"
import { type CallOptions, type Shop, unique } from "../../support"

export type CheckoutReply = {
  order: HttpTypes.StoreOrder | null
  cart_id?: string
  payment: CheckoutPayment
  order_token: string
  code?: string
  message?: string
  details?: {
    field: string
    message: string
    variant_id?: string
    available?: number
  }[]
}

/** A Kenyan mobile number nobody else uses, since open orders are counted. */
export const freshPhone = () => `+2547${randomInt(10_000_000, 99_999_999)}`

export const NAIROBI = {
  first_name: "Amina",
  last_name: "Otieno",
  address_1: "Moi Avenue 1",
  city: "Nairobi",
  province: "Nairobi City",
  postal_code: "00100",
  country_code: "ke",
}

export const checkoutBed = (shop: Shop) => {
  const variantOf = async (
    input?: Parameters<Shop["fixtures"]["product"]>[0]
  ): Promise<string> => {
    const product = await shop.fixtures.product(input)
    return product.variants?.[0].id ?? ""
  }
  /** What a guest in Nairobi sends for two pieces and cash at the door. */
  const body = async (
    changes: Record<string, unknown> = {}
  ): Promise<Record<string, unknown>> => ({
    ...("cart_id" in changes
      ? {}
      : {
          items: changes.items ?? [
            { variant_id: await variantOf(), quantity: 2 },
          ],
          region_id: shop.seed.regions.ke,
        }),
    email: `${unique("guest")}@example.com`,
    phone: freshPhone(),
    shipping_address: NAIROBI,
    payment: { method: "cash" },
    ...changes,
  })
  const checkout = (sent: object, options: CallOptions = {}) =>
    shop.store<CheckoutReply>("/checkout", { body: sent, ...options })
  return { variantOf, body, checkout }
}

/** Refused with this code, and not a row was left behind. */
export async function expectRefused(
  shop: Shop,
  call: () => Promise<{ status: number; body: CheckoutReply }>,
  refusal: { status: number; code: string; details?: unknown }
) {
  const before = await rows(shop)
  const { status, body } = await call()
  expect({ status, code: body.code, details: body.details }).toEqual({
    details: undefined,
    ...refusal,
  })
  expect(await rows(shop)).toEqual(before)
}

const TABLES = [
  "cart",
  "cart_line_item",
  "cart_address",
  "customer",
  '"order"',
  "order_address",
  "order_cart",
  "payment_collection",
  "payment_session",
  "payment",
  "reservation_item",
  "cash_collection",
  "idempotency_key",
]

/** Rows that are not deleted; a refusal leaves each number as it was. */
export async function rows(shop: Shop): Promise<Record<string, number>> {
  const counts = await shop.sql<{ name: string; count: string }>(
    TABLES.map(
      (name) =>
        `select '${name}' as name, count(*) from ${name} where deleted_at is null`
    ).join(" union all ")
  )
  return Object.fromEntries(
    counts.map(({ name, count }) => [name, Number(count)])
  )
}
