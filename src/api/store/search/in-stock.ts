import type { SearchTypes } from "@medusajs/framework/types"
import { IN_STOCK } from "./fields"
import type { StoreSearchQuery } from "./validators"

type Filters = Record<string, unknown>

const isObject = (value: unknown): value is Filters =>
  typeof value === "object" && value !== null && !Array.isArray(value)

/** How the index says it: the channels something of a product is there in. */
const there = (channels: readonly string[]): Filters => ({
  [IN_STOCK]: { $overlaps: channels },
})

/**
 * `in_stock: true` is asked of the caller's own channels. With `without`, the
 * condition is left out: what a facet counts is not narrowed by itself.
 */
export function askChannels(
  filters: Filters,
  channels: readonly string[],
  without = false
): Filters {
  const asked: Filters[] = []
  const rest: Filters = {}
  for (const [key, value] of Object.entries(filters)) {
    if (key === IN_STOCK) {
      if (!without) {
        asked.push(value ? there(channels) : { $not: there(channels) })
      }
    } else if (Array.isArray(value) && (key === "$and" || key === "$or")) {
      rest[key] = value.map((one: Filters) =>
        askChannels(one, channels, without)
      )
    } else if (key === "$not" && isObject(value)) {
      rest[key] = askChannels(value, channels, without)
    } else {
      rest[key] = value
    }
  }
  if (!asked.length) {
    return rest
  }
  const { $and = [], ...others } = rest as { $and?: Filters[] } & Filters
  return { ...others, $and: [...$and, ...asked] }
}

const fieldOf = (facet: string | { field: string }) =>
  typeof facet === "string" ? facet : facet.field

type Query = StoreSearchQuery

const facetsOf = ({ search_options }: Query) => search_options?.facets ?? []

export const countsStock = (query: Query): boolean =>
  facetsOf(query).some((facet) => fieldOf(facet) === IN_STOCK)

/** Counts and nothing else: all, and those that are there. */
export function stockCounts(
  query: Query,
  channels: readonly string[]
): Query[] {
  const { entity, filters = {}, search_options = {} } = query
  const disjunctive = search_options.disjunctive_facets ?? false
  const wider = askChannels(filters, channels, disjunctive)
  const {
    facets: _,
    highlight: __,
    disjunctive_facets: ___,
    ...options
  } = search_options
  const counting = {
    ...{ entity, pagination: { take: 0 } },
    search_options: { ...options, count: "exact" as const },
  }
  const { $and = [], ...others } = wider as { $and?: Filters[] } & Filters
  return [
    { ...counting, filters: wider },
    { ...counting, filters: { ...others, $and: [...$and, there(channels)] } },
  ]
}

/** The query as the index understands it. */
export const plainQuery = (
  query: Query,
  channels: readonly string[]
): Query => ({
  ...query,
  ...(query.filters ? { filters: askChannels(query.filters, channels) } : {}),
  ...(query.search_options?.facets
    ? {
        search_options: {
          ...query.search_options,
          facets: facetsOf(query).filter(
            (facet) => fieldOf(facet) !== IN_STOCK
          ),
        },
      }
    : {}),
})

/** The two counts as a facet like the others. */
export function stockFacet(
  all: SearchTypes.SearchResult,
  inStock: SearchTypes.SearchResult
): SearchTypes.SearchFacetResult {
  const has = inStock.metadata.count ?? 0
  const values = [
    { value: "true", count: has },
    { value: "false", count: (all.metadata.count ?? 0) - has },
  ]
  return { type: "value", values: values.filter(({ count }) => count > 0) }
}
