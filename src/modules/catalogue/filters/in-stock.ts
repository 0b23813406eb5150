import { flag } from "../kinds"
import { canBeBought } from "../pieces"
import { name, oneOf, sql } from "../sql"
import { defineFilter } from "../types"

/** What can be bought in the caller's channels: counted, uncounted or later. */
export const inStock = defineFilter({
  schema: flag,
  where: (wanted, { channels }) =>
    sql`${name(wanted ? "" : "not")} ${canBeBought(oneOf("s.sales_channel_id", channels))}`,
})
