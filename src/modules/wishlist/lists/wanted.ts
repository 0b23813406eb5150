import type { Sql } from "../../sql"
import type { WantedOrder, WantedRow } from "../types"

export type WantedPage = {
  /** Ids of products, when only some are asked for. */
  product_ids?: string[]
  order: WantedOrder
  limit: number
  offset: number
}

const added = (from: number, to = 0) =>
  `count(*) filter (where i.created_at > now() - interval '${from} days'
     and i.created_at <= now() - interval '${to} days')::int`

const FROM = `
  from wishlist_item i
  join wishlist w on w.id = i.wishlist_id and w.deleted_at is null
 where i.deleted_at is null
   and (?::jsonb is null
        or i.product_id in (select jsonb_array_elements_text(?::jsonb)))`

/** What people want, product by product. */
export async function listWanted(
  sql: Sql,
  { product_ids, order, limit, offset }: WantedPage
): Promise<[WantedRow[], number]> {
  const some = Array(2).fill(product_ids ? JSON.stringify(product_ids) : null)
  const direction = order.descending ? "desc" : "asc"
  const rows = await sql<WantedRow>(
    `select i.product_id,
            count(distinct w.id)::int as lists,
            count(distinct coalesce(w.customer_id, w.id))::int as people,
            ${added(7)} as added_7d, ${added(14, 7)} as previous_7d,
            ${added(30)} as added_30d, ${added(60, 30)} as previous_30d,
            max(i.created_at) as last_added_at
     ${FROM} group by i.product_id
      order by ${order.by} ${direction}, i.product_id
      limit ? offset ?`,
    [...some, limit, offset]
  )
  const [{ count }] = await sql<{ count: number }>(
    `select count(distinct i.product_id)::int as count ${FROM}`,
    some
  )
  return [rows, count]
}
