import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { Refusal } from "../../refusal"
import { type Coupon, couponOf, couponRelations } from "./coupon"

export const couponStates = [
  "active",
  "scheduled",
  "expired",
  "used_up",
  "inactive",
] as const

export type CouponState = (typeof couponStates)[number]

export type ListedCoupon = Coupon & { state: CouponState; used: number }

/** In what order a list may be; what has no such date comes last. */
const ORDERS = {
  "-created_at": "created_at desc",
  created_at: "created_at",
  code: "code",
  ends_at: "ends_at nulls last",
  "-ends_at": "ends_at desc nulls last",
} as const

export type CouponOrder = keyof typeof ORDERS

export const couponOrders = Object.keys(ORDERS) as CouponOrder[]

export type CouponFilters = {
  id?: string
  q?: string
  state?: readonly CouponState[]
  order?: CouponOrder
  limit: number
  offset: number
}

/** Every code one can type; what core applies by itself is no coupon. */
const COUPONS = `
  select * from (
    select p.id, p.code, p.created_at, p.campaign_id, c.ends_at,
      case
        when p.status <> 'active' then 'inactive'
        when c.ends_at <= now() then 'expired'
        when c.starts_at > now() then 'scheduled'
        when p.used >= p."limit" then 'used_up'
        else 'active'
      end as state
    from promotion p
    left join promotion_campaign c
      on c.id = p.campaign_id and c.deleted_at is null
    where p.deleted_at is null and p.type = 'standard'
      and not p.is_automatic and p.status <> 'draft'
  ) coupon
  where (cast(:id as text) is null or id = :id)
    and (cast(:q as text) is null or code ilike :q)
    and (cast(:state as text[]) is null or state = any(:state))`

/** Core counts uses under a limit only, so orders are what is counted. */
const USED = `
  (select count(*)::int from order_promotion o
    where o.promotion_id = coupon.id and o.deleted_at is null)`

/** Of a campaign with others in it the dates are not one coupon's to change. */
const SHARED = `
  exists (select 1 from promotion o
    where o.campaign_id = coupon.campaign_id and o.id <> coupon.id
      and o.deleted_at is null)`

type Row = { id: string; state: CouponState; used: number; shared: boolean }

const escaped = (text: string) => text.replace(/[\\%_]/g, "\\$&")

/**
 * Reads of coupons that core has no words for: their state by the clock of the
 * database, and how often each was used, one statement for a page. Reads only;
 * the tables are the Promotion module's and the link of orders.
 */
export async function selectCoupons(
  container: MedusaContainer,
  { id, q, state, order = "-created_at", limit, offset }: CouponFilters
): Promise<[ListedCoupon[], number]> {
  const knex = container.resolve<Knex>(ContainerRegistrationKeys.PG_CONNECTION)
  const values = {
    id: id ?? null,
    q: q === undefined ? null : `%${escaped(q)}%`,
    state: state ? [...state] : null,
  }
  const [{ rows }, counted] = await Promise.all([
    knex.raw<{ rows: Row[] }>(
      `select id, state, ${USED} as used, ${SHARED} as shared from (
         ${COUPONS} order by ${ORDERS[order]}, id desc
         limit :limit offset :offset
       ) coupon`,
      { ...values, limit, offset }
    ),
    knex.raw<{ rows: { count: number }[] }>(
      `select count(*)::int as count from (${COUPONS}) coupon`,
      values
    ),
  ])
  const promotions = await container
    .resolve(Modules.PROMOTION)
    .listPromotions(
      { id: rows.map((row) => row.id) },
      { relations: couponRelations, take: rows.length }
    )
  const byId = new Map(promotions.map((one) => [one.id, one]))
  const coupons = rows.flatMap(({ id, state, used, shared }) => {
    const promotion = byId.get(id)
    if (!promotion) {
      return []
    }
    const coupon = couponOf(promotion)
    return [{ ...coupon, simple: coupon.simple && !shared, state, used }]
  })
  return [coupons, counted.rows[0].count]
}

export async function readCoupon(
  container: MedusaContainer,
  id: string
): Promise<ListedCoupon> {
  const [[coupon]] = await selectCoupons(container, { id, limit: 1, offset: 0 })
  if (!coupon) {
    throw new Refusal("not_found", "There is no such coupon.", {
      kind: "NOT_FOUND",
    })
  }
  return coupon
}
