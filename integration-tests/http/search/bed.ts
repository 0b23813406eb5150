import type { SearchTypes } from "@medusajs/framework/types"
import type { ErrorBody } from "../../../src/api/frame/errors/body"
import type { Person, Shop } from "../../support"

export type Reply = { results: SearchTypes.SearchResult[] } & ErrorBody

type Asked = {
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
