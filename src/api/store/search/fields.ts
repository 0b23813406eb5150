import type { SearchTypes } from "@medusajs/framework/types"
import { productFields } from "../../../workflows/search"

type Field = SearchTypes.SearchFieldDefinition

const flat = (fields: Record<string, Field>, prefix = ""): [string, Field][] =>
  Object.entries(fields).flatMap(([key, field]) =>
    field.fields
      ? flat(field.fields, `${prefix}${key}.`)
      : [[`${prefix}${key}`, field]]
  )

const all = flat(productFields.toFields())

const having = (is: (field: Field) => unknown) =>
  all.filter(([, field]) => is(field)).map(([path]) => path)

/** The server alone decides by these. */
const SERVERS = ["status", "sales_channel_ids", "prices_until"]

/** What a shopper may do with which field; asked of the channel they are in. */
export const IN_STOCK = "in_stock"

export const storeFields = {
  filterable: having(({ filterable }) => filterable).filter(
    (path) => !SERVERS.includes(path)
  ),
  sortable: having(({ sortable }) => sortable),
  facetable: [...having(({ facetable }) => facetable), IN_STOCK],
  searchable: having(({ searchable }) => searchable),
  retrievable: having(({ retrievable }) => retrievable !== false),
}
