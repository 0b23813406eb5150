import { first, newId, type Sql } from "../../sql"
import type { Rating } from "../types"

const LOCK = `
select id from review_summary
where product_id = ? and deleted_at is null
for update`

/**
 * Everything that changes what counts of a product waits here for its turn.
 * The statement after it sees what the one before has committed.
 */
export async function lockSummary(sql: Sql, productId: string) {
  if (await first(sql(LOCK, [productId]))) {
    return
  }
  await sql(
    `insert into review_summary (id, product_id) values (?, ?)
     on conflict (product_id) where deleted_at is null do nothing`,
    [newId("revsum"), productId]
  )
  await sql(LOCK, [productId])
}

const RECOUNT = `
update review_summary as kept set
  count_1 = found.count_1, count_2 = found.count_2, count_3 = found.count_3,
  count_4 = found.count_4, count_5 = found.count_5,
  rating_count = found.rating_count, rating_average = found.rating_average,
  version = kept.version + 1, updated_at = now()
from (
  select
    count(*) filter (where rating = 1) as count_1,
    count(*) filter (where rating = 2) as count_2,
    count(*) filter (where rating = 3) as count_3,
    count(*) filter (where rating = 4) as count_4,
    count(*) filter (where rating = 5) as count_5,
    count(*) as rating_count,
    coalesce(round(avg(rating), 2), 0) as rating_average
  from review
  where product_id = ? and status = 'approved' and deleted_at is null
) as found
where kept.product_id = ? and kept.deleted_at is null
  and (kept.count_1, kept.count_2, kept.count_3, kept.count_4, kept.count_5)
    is distinct from
    (found.count_1, found.count_2, found.count_3, found.count_4, found.count_5)`

/** Counts anew; the version moves only when a figure does. */
export const recount = (sql: Sql, productId: string) =>
  sql(RECOUNT, [productId, productId])

/** Figures nobody was told of yet, of one product or of any. */
export const uncopiedRatings = (
  sql: Sql,
  productId: string | null,
  limit: number
) =>
  sql<Rating>(
    `select product_id, rating_average, rating_count, version
     from review_summary
     where copied_version < version and deleted_at is null
       and (?::text is null or product_id = ?)
     order by product_id limit ?`,
    [productId, productId, limit]
  )

/** Moves forward only: what was told later was not told earlier. */
export const markCopied = (sql: Sql, { product_id, version }: Rating) =>
  sql(
    `update review_summary set copied_version = ?
     where product_id = ? and copied_version < ? and deleted_at is null`,
    [version, product_id, version]
  )
