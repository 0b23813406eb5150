import { midnight } from "../day"
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
