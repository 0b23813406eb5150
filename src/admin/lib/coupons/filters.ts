import type { Query } from "../query-keys"

export const filterNames = ["q", "state", "order"] as const

/** As the address has them. */
export type CouponFilters = Record<(typeof filterNames)[number], string>

/** The orders staff may choose, the first one unless they do. */
export const orders = [
  "-created_at",
  "created_at",
  "code",
  "ends_at",
  "-ends_at",
] as const

/** What the API is asked: only what was chosen. */
export const couponsQuery = (filters: CouponFilters): Query =>
  Object.fromEntries(Object.entries(filters).filter(([, value]) => value))

/** Whether something is looked for; the order alone finds no less. */
export const isFiltered = ({ q, state }: CouponFilters) => Boolean(q || state)
