import type { Query } from "../query-keys"

export type PaymentFilters = {
  q: string
  state: string
  method: string
  /** Days as the address has them: `2026-01-31`; both are included. */
  from: string
  to: string
}

export const filterNames = ["q", "state", "method", "from", "to"] as const

/** A day of the person who looks, as an instant; empty when it is no day. */
function midnight(day: string, later = 0) {
  const [year, month, date] = day.split("-").map(Number)
  const at = new Date(year, month - 1, date + later)
  return /^\d{4}-\d\d-\d\d$/.test(day) && !Number.isNaN(at.getTime())
    ? at.toISOString()
    : ""
}

/** What the API is asked: only the filters that are set. */
export function paymentsQuery(filters: PaymentFilters): Query {
  const query = {
    q: filters.q,
    state: filters.state,
    driver: filters.method,
    from: midnight(filters.from),
    to: midnight(filters.to, 1),
  }
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value))
}
