import type { Sql } from "../../sql"

/**
 * A customer who is gone leaves opinions and votes behind, and nothing that
 * leads back: no name, no account, no order.
 */
export async function forgetCustomers(sql: Sql, ids: readonly string[]) {
  const gone = ids.join(",")
  await sql(
    `update review_vote set customer_id = null, updated_at = now()
     where customer_id = any(string_to_array(?, ','))`,
    [gone]
  )
  await sql(
    `update review set customer_id = null, order_id = null, author_name = null,
       updated_at = now()
     where customer_id = any(string_to_array(?, ','))`,
    [gone]
  )
}

export const renameAuthor = (sql: Sql, id: string, name: string | null) =>
  sql(
    `update review set author_name = ?, updated_at = now()
     where customer_id = ? and author_name is distinct from ?`,
    [name, id, name]
  )

/** Everybody who wrote or voted, in the order of their ids, page by page. */
export const customersAfter = (sql: Sql, id: string, limit: number) =>
  sql<{ customer_id: string }>(
    `select customer_id from (
       select customer_id from review where customer_id > ?
       union select customer_id from review_vote where customer_id > ?
     ) as people order by customer_id limit ?`,
    [id, id, limit]
  )
