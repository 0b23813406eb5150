import { first, newId, raw, type Sql } from "../../sql"
import type { Notify, Sighting, WishlistItemRow } from "../types"
import { lockList } from "./lists"

const LIVE = "deleted_at is null"

export type NewItem = {
  wishlist_id: string
  product_id: string
  variant_id: string | null
  notify?: Notify
  sales_channel_id: string | null
  region_id: string | null
  seen: Sighting
}

export type Added =
  | { outcome: "added" | "known"; item: WishlistItemRow }
  | { outcome: "full" | "gone" }

const countOf = async (sql: Sql, listId: string) => {
  const [{ items }] = await sql<{ items: number }>(
    `select count(*)::int as items from wishlist_item
      where wishlist_id = ? and ${LIVE}`,
    [listId]
  )
  return items
}

/** How many entries each list has. */
export async function countItems(sql: Sql, listIds: readonly string[]) {
  const counts = await sql<{ wishlist_id: string; items: number }>(
    `select wishlist_id, count(*)::int as items from wishlist_item
      where ${LIVE}
        and wishlist_id in (select jsonb_array_elements_text(?::jsonb))
      group by wishlist_id`,
    [JSON.stringify(listIds)]
  )
  return new Map(counts.map(({ wishlist_id, items }) => [wishlist_id, items]))
}

/** Adding what is there already answers the entry as it is. */
export async function addItem(
  sql: Sql,
  item: NewItem,
  most: number
): Promise<Added> {
  const { wishlist_id, product_id, variant_id, notify, seen } = item
  // The list is what two who add at once have in common.
  if (!(await lockList(sql, wishlist_id))) {
    return { outcome: "gone" }
  }
  const known = await first(
    sql<WishlistItemRow>(
      `select * from wishlist_item
        where wishlist_id = ? and product_id = ?
          and variant_id is not distinct from ? and ${LIVE}`,
      [wishlist_id, product_id, variant_id]
    )
  )
  if (known) {
    return { outcome: "known", item: known }
  }
  if ((await countOf(sql, wishlist_id)) >= most) {
    return { outcome: "full" }
  }
  const [added] = await sql<WishlistItemRow>(
    `insert into wishlist_item
       (id, wishlist_id, product_id, variant_id, notify_back_in_stock,
        notify_price_drop, sales_channel_id, region_id, seen_in_stock,
        seen_price, raw_seen_price, seen_currency)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?) returning *`,
    [
      newId("witem"),
      wishlist_id,
      product_id,
      variant_id,
      notify?.back_in_stock ?? true,
      notify?.price_drop ?? true,
      item.sales_channel_id,
      item.region_id,
      seen.in_stock,
      seen.price,
      seen.price === null ? null : raw(seen.price),
      seen.currency_code,
    ]
  )
  await touch(sql, wishlist_id)
  return { outcome: "added", item: added }
}

/** A guest's list that nobody touches for long is forgotten. */
const touch = (sql: Sql, listId: string) =>
  sql("update wishlist set updated_at = now() where id = ?", [listId])

type Place = { id: string; wishlist_id: string }

/** What it was before; undefined when it is not on that list. */
export async function notifyItem(
  sql: Sql,
  { id, wishlist_id }: Place,
  { back_in_stock, price_drop }: Notify
): Promise<WishlistItemRow | undefined> {
  const before = await first(
    sql<WishlistItemRow>(
      `select * from wishlist_item
        where id = ? and wishlist_id = ? and ${LIVE} for update`,
      [id, wishlist_id]
    )
  )
  if (before) {
    await sql(
      `update wishlist_item set
         notify_back_in_stock = coalesce(?, notify_back_in_stock),
         notify_price_drop = coalesce(?, notify_price_drop),
         updated_at = now()
       where id = ?`,
      [back_in_stock ?? null, price_drop ?? null, id]
    )
  }
  return before
}

/** Removed ones are kept a while; false when it was not there any more. */
export async function removeItem(sql: Sql, { id, wishlist_id }: Place) {
  if (!(await lockList(sql, wishlist_id))) {
    return false
  }
  const removed = await sql(
    `update wishlist_item set deleted_at = now(), updated_at = now()
      where id = ? and wishlist_id = ? and ${LIVE} returning id`,
    [id, wishlist_id]
  )
  if (removed.length) {
    await touch(sql, wishlist_id)
  }
  return removed.length > 0
}

/** Takes a removal back, unless the same was added again since. */
export async function restoreItem(sql: Sql, id: string) {
  const item = await first(
    sql<WishlistItemRow>("select * from wishlist_item where id = ?", [id])
  )
  if (!item || !(await lockList(sql, item.wishlist_id))) {
    return
  }
  await sql(
    `update wishlist_item i set deleted_at = null, updated_at = now()
      where i.id = ? and i.deleted_at is not null and not exists (
        select 1 from wishlist_item o
         where o.wishlist_id = i.wishlist_id and o.product_id = i.product_id
           and o.variant_id is not distinct from i.variant_id
           and o.deleted_at is null)`,
    [id]
  )
}
