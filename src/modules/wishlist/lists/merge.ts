import { first, type Sql } from "../../sql"
import type { WishlistRow } from "../types"
import { defaultOf, lockCustomer } from "./lists"

export type MergeInput = { token_hash: string; customer_id: string }

export type Merged =
  | {
      outcome: "merged"
      wishlist_id: string
      guest_id: string
      moved: string[]
      made: boolean
    }
  /** The same token of the same customer came before. */
  | { outcome: "known"; wishlist_id: string }
  | { outcome: "unknown" | "full" }

const SAME = `o.product_id = i.product_id
  and o.variant_id is not distinct from i.variant_id and o.deleted_at is null`

/** In the order in which whoever looks at them locks them. */
const lockItems = (sql: Sql, listId: string) =>
  sql(
    `select id from wishlist_item where wishlist_id = ?
      order by id for update`,
    [listId]
  )

/**
 * The entries of a guest's list become the customer's; what is on the default
 * list already stays as it is there. The token is worth nothing afterwards,
 * but who sends it again is told where the entries went: of two devices at
 * once the second finds what the first did.
 */
export async function mergeList(
  sql: Sql,
  { token_hash, customer_id }: MergeInput,
  most: number
): Promise<Merged> {
  await lockCustomer(sql, customer_id)
  const guest = await first(
    sql<WishlistRow>(
      `select * from wishlist where token_hash = ?
        order by deleted_at desc nulls first limit 1 for update`,
      [token_hash]
    )
  )
  if (guest?.merged_into && guest.merged_by === customer_id) {
    return { outcome: "known", wishlist_id: guest.merged_into }
  }
  if (!guest || guest.deleted_at) {
    return { outcome: "unknown" }
  }
  const { list, made } = await defaultOf(sql, customer_id, guest.name)
  await lockItems(sql, guest.id)
  const [{ items }] = await sql<{ items: number }>(
    `select count(*)::int as items from wishlist_item i
      where i.deleted_at is null and (i.wishlist_id = ? or (
        i.wishlist_id = ? and not exists (
          select 1 from wishlist_item o where o.wishlist_id = ? and ${SAME})))`,
    [list.id, guest.id, list.id]
  )
  if (items > most) {
    return { outcome: "full" }
  }
  const moved = await sql<{ id: string }>(
    `update wishlist_item i set wishlist_id = ?, updated_at = now()
      where i.wishlist_id = ? and i.deleted_at is null and not exists (
        select 1 from wishlist_item o where o.wishlist_id = ? and ${SAME})
      returning i.id`,
    [list.id, guest.id, list.id]
  )
  await sql(
    `update wishlist set merged_into = ?, merged_by = ?, deleted_at = now(),
            updated_at = now()
      where id = ?`,
    [list.id, customer_id, guest.id]
  )
  return {
    outcome: "merged",
    wishlist_id: list.id,
    guest_id: guest.id,
    moved: moved.map(({ id }) => id),
    made,
  }
}

/** Takes a merge back: the token holds again, and the entries are its own. */
export async function undoMerge(
  sql: Sql,
  merged: Extract<Merged, { outcome: "merged" }>
) {
  await lockItems(sql, merged.wishlist_id)
  await sql(
    `update wishlist_item set wishlist_id = ?, updated_at = now()
      where wishlist_id = ?
        and id in (select jsonb_array_elements_text(?::jsonb))`,
    [merged.guest_id, merged.wishlist_id, JSON.stringify(merged.moved)]
  )
  await sql(
    `update wishlist set merged_into = null, merged_by = null,
            deleted_at = null, updated_at = now()
      where id = ?`,
    [merged.guest_id]
  )
  if (merged.made) {
    await sql(
      `delete from wishlist w where w.id = ? and not exists (
         select 1 from wishlist_item i
          where i.wishlist_id = w.id and i.deleted_at is null)`,
      [merged.wishlist_id]
    )
  }
}
