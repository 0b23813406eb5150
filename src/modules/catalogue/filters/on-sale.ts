import { flag } from "../kinds"
import { sql } from "../sql"
import { defineFilter } from "../types"

/** Cheaper than usual for the caller, by an active price list. */
export const onSale = defineFilter({
  schema: flag,
  priced: true,
  where: (wanted) => sql`coalesce(price.on_sale, false) = ${wanted}`,
})
