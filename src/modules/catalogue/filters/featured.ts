import { flag } from "../kinds"
import { sql } from "../sql"
import { defineFilter } from "../types"

export const featured = defineFilter({
  schema: flag,
  where: (wanted) => sql`coalesce(pp.featured, false) = ${wanted}`,
})
