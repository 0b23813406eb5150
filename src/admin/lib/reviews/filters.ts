import { midnight } from "../day"
import type { Query } from "../query-keys"

export const filterNames = [
  "q",
  "status",
  "rating",
  "from",
  "to",
  "product",
  "order",
] as const

/** As the address has them; days are included. */
export type ReviewFilters = Record<(typeof filterNames)[number], string>

/** What the API is asked: only the filters that are set. */
export function reviewsQuery(filters: ReviewFilters): Query {
  const { q, status, rating, product, order } = filters
  const query = {
    ...{ q, status, rating, order },
    product_id: product,
    from: midnight(filters.from),
    to: midnight(filters.to, 1),
  }
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value))
}

/** Whether something is looked for; the order alone finds no less. */
export const isFiltered = ({ order: _, ...filters }: ReviewFilters) =>
  Object.values(filters).some(Boolean)
