import { setTimeout as pause } from "node:timers/promises"
import type { SearchTypes } from "@medusajs/framework/types"
import type { ErrorBody } from "../../../src/api/frame/errors/body"
import type { Person, Shop } from "../../support"

export type Reply = { results: SearchTypes.SearchResult[] } & ErrorBody

export type Asked = {
  q?: string
  filters?: object
  order?: object
  take?: number
  fields?: string[]
  options?: object
}

export const bodyOf = ({
  q,
  filters = {},
  order,
  take = 50,
  fields = ["id"],
  options = {},
}: Asked) => ({
  entity: "product",
  fields,
  filters: { ...(q === undefined ? {} : { q }), ...filters },
  pagination: { take, ...(order ? { order } : {}) },
  search_options: options,
})

/** One search that is expected to be answered. */
export async function search(who: Pick<Shop | Person, "store">, asked: Asked) {
  const { status, body } = await who.store<Reply>("/search", {
    body: bodyOf(asked),
  })
  expect({ status, error: body.message }).toEqual({ status: 200 })
  return body.results[0]
}

export const idsOf = ({ hits }: SearchTypes.SearchResult) =>
  hits.map(({ id }) => id)

/** Counts of a facet by value. */
export function counts(
  { facets }: SearchTypes.SearchResult,
  field: string
): Record<string, number> {
  const facet = facets?.[field]
  return facet?.type === "value"
    ? Object.fromEntries(facet.values.map(({ value, count }) => [value, count]))
    : {}
}

/** So soon a change must be searched, also on a busy machine. */
export const SOON = 10

/**
 * Searches until what is found is what is expected; the last answer is judged
 * when it never is.
 */
export async function soon<T>(look: () => Promise<T>, expected: T) {
  const end = Date.now() + SOON * 1000
  for (;;) {
    const seen = await look()
    if (JSON.stringify(seen) === JSON.stringify(expected)) {
      return
    }
    if (Date.now() > end) {
      expect(seen).toEqual(expected)
      return
    }
    await pause(20)
  }
}
