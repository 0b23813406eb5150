import type { Sql } from "../../sql"
import type { Look, NewsRow, WatchedRow } from "../types"

export type WatchPage = {
  limit: number
  /** Ids of products, when only some were changed. */
  product_ids?: string[]
  after?: { product_id: string; id: string }
}

/** Entries whose watcher asked to be told, product by product. */
export const listWatched = (
  sql: Sql,
  { limit, product_ids, after }: WatchPage
) =>
  sql<WatchedRow>(
    `select i.* from wishlist_item i
       join wishlist w on w.id = i.wishlist_id and w.deleted_at is null
      where i.deleted_at is null
        and (i.notify_back_in_stock or i.notify_price_drop)
        and (i.product_id, i.id) > (?, ?)
        and (?::jsonb is null
             or i.product_id in (select jsonb_array_elements_text(?::jsonb)))
      order by i.product_id, i.id limit ?`,
    [
      after?.product_id ?? "",
      after?.id ?? "",
      ...Array(2).fill(product_ids ? JSON.stringify(product_ids) : null),
      limit,
    ]
  )

const RAW = (value: string) =>
  `case when ${value} is null then null else
     jsonb_build_object('value', (${value})::text, 'precision', 20) end`

/**
 * Remembers how things are now, and what there is to tell because of it. A
 * look that comes after another one changed the entry changes nothing and
 * tells nothing: both happen to a row that is as it was when it was read, or
 * neither. A product without a price now keeps the price it had.
 */
const NOTE = `
with look as (
  select * from jsonb_to_recordset(?::jsonb) as l
    (id text, seen_no int, in_stock boolean, price numeric, currency_code text)
), before as (
  select i.*, w.customer_id, l.in_stock, l.price, l.currency_code
    from wishlist_item i
    join look l on l.id = i.id
    join wishlist w on w.id = i.wishlist_id
   where i.seen_no = l.seen_no and i.deleted_at is null
     and (i.seen_in_stock is distinct from l.in_stock
          or (l.price is not null
              and (i.seen_price is distinct from l.price
                   or i.seen_currency is distinct from l.currency_code)))
   order by i.id for update of i
), noted as (
  update wishlist_item i set
    seen_in_stock = b.in_stock,
    seen_price = coalesce(b.price, i.seen_price),
    raw_seen_price = coalesce(${RAW("b.price")}, i.raw_seen_price),
    seen_currency = coalesce(b.currency_code, i.seen_currency),
    seen_no = i.seen_no + 1
  from before b where b.id = i.id
), told as (
  select b.*, 'back_in_stock' as kind from before b
   where b.notify_back_in_stock and b.seen_in_stock = false and b.in_stock
  union all
  select b.*, 'price_dropped' as kind from before b
   where b.notify_price_drop and b.seen_currency = b.currency_code
     and b.price < b.seen_price
)
insert into wishlist_news
  (id, kind, item_id, wishlist_id, customer_id, product_id, variant_id,
   price, raw_price, previous_price, raw_previous_price, currency_code)
select 'wnews_' || gen_random_uuid(), kind, id, wishlist_id, customer_id,
       product_id, variant_id, price, ${RAW("price")},
       seen_price, ${RAW("seen_price")}, currency_code
  from told
returning id`

export async function noteLooks(sql: Sql, looks: readonly Look[]) {
  const news = await sql<{ id: string }>(NOTE, [JSON.stringify(looks)])
  return news.length
}

/** Whoever claims news tells it alone for this long. */
const LEASE = "interval '60 seconds'"

export const claimNews = (sql: Sql, limit: number) =>
  sql<NewsRow>(
    `update wishlist_news set busy_until = now() + ${LEASE}
      where id in (
        select id from wishlist_news
         where busy_until is null or busy_until < now()
         order by created_at, id limit ? for update skip locked)
      returning *`,
    [limit]
  )

export const forgetNews = (sql: Sql, ids: readonly string[]) =>
  sql(
    `delete from wishlist_news
      where id in (select jsonb_array_elements_text(?::jsonb))`,
    [JSON.stringify(ids)]
  )

/** How long a deleted list and a guest's list nobody touches are kept. */
export type Patience = { deleted_days: number; guest_days: number }

/** Removes what nobody will ask for again, some at once; says how many. */
export async function purge(
  sql: Sql,
  { deleted_days, guest_days }: Patience,
  limit: number
) {
  const items = await sql(
    `delete from wishlist_item where id in (
       select id from wishlist_item
        where deleted_at < now() - make_interval(days => ?)
        limit ? for update skip locked) returning id`,
    [deleted_days, limit]
  )
  const lists = await sql(
    `delete from wishlist where id in (
       select id from wishlist
        where deleted_at < now() - make_interval(days => ?)
           or (customer_id is null
               and updated_at < now() - make_interval(days => ?))
        limit ? for update skip locked) returning id`,
    [deleted_days, guest_days, limit]
  )
  return { items: items.length, lists: lists.length }
}
