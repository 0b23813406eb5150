import type {
  AdminCoupon,
  AdminCouponResponse,
} from "../../../src/api/admin/coupons/view"
import type { StoreCouponResponse } from "../../../src/api/store/coupons/view"
import { type CallOptions, type Shop, unique } from "../../support"

export type Refused = {
  code?: string
  message?: string
  details?: {
    field: string
    message: string
    reason?: string
    limit?: number
  }[]
}

export type Answer<Body> = Body & Refused

const DAY = 86_400_000

/** A day some days from now, as the shop's zone (UTC in tests) counts it. */
export const day = (ahead: number) =>
  new Date(Date.now() + ahead * DAY).toISOString().slice(0, 10)

export const newCode = () => unique("C").toUpperCase()

export const couponBed = (shop: Shop) => {
  const post = (path: string, body: object, options: CallOptions = {}) =>
    shop.admin<Answer<AdminCouponResponse>>(`/coupons${path}`, {
      body,
      ...options,
    })
  const body = (changes: object = {}) => ({
    code: newCode(),
    type: "percentage",
    value: 10,
    starts_at: day(-1),
    ends_at: day(30),
    ...changes,
  })
  /** Ten per cent off for a month, unless told otherwise. */
  const coupon = async (changes: object = {}): Promise<AdminCoupon> => {
    const reply = await post("", body(changes))
    expect({ status: reply.status, body: reply.body }).toMatchObject({
      status: 201,
    })
    return reply.body.coupon
  }
  const change = (id: string, changes: object) => post(`/${id}`, changes)
  const remove = (id: string) =>
    shop.admin<{ deleted?: boolean } & Refused>(`/coupons/${id}`, {
      method: "DELETE",
    })
  const validate = (sent: object, options: CallOptions = {}) =>
    shop.store<Answer<StoreCouponResponse>>("/coupons/validate", {
      body: sent,
      ...options,
    })
  /** What a code would do to a cart. */
  const check = async (
    code: string,
    cart_id: string,
    options: CallOptions = {}
  ) => {
    const reply = await validate({ code, cart_id }, options)
    expect({ status: reply.status, body: reply.body }).toMatchObject({
      status: 200,
    })
    return reply.body.coupon
  }
  const apply = (cart_id: string, ...promo_codes: string[]) =>
    shop.store<Answer<{ cart: { total: number; discount_total: number } }>>(
      `/carts/${cart_id}/promotions`,
      { body: { promo_codes } }
    )
  return { apply, body, change, check, coupon, post, remove, validate }
}
