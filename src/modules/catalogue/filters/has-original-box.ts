import { flag } from "../kinds"
import { sql } from "../sql"
import { defineFilter } from "../types"

export const hasOriginalBox = defineFilter({
  schema: flag,
  where: (wanted) => sql`exists (
    select 1 from original_box b
    where b.product_id = p.id and b.offered and b.deleted_at is null
  ) = ${wanted}`,
})
