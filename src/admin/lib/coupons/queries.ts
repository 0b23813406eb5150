import { usePage } from "../hooks/use-page"
import { CORE_PROMOTIONS, type Query, queryKeys } from "../query-keys"
import type { CouponsPage } from "./types"

const keys = queryKeys("coupons")

/** A coupon is a promotion, and so are the permissions. */
export const READ = "promotion:read"
export const CREATE = "promotion:create"
export const UPDATE = "promotion:update"
export const DELETE = "promotion:delete"

export const COUPONS = "/admin/coupons"

/** What a change of a coupon makes stale. */
export const STALE = [keys.all, CORE_PROMOTIONS]

export const useCoupons = (query: Query, page: number) =>
  usePage<CouponsPage>({ keys, name: "page", path: COUPONS, query, page })
