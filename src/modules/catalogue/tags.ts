import { inChannel } from "./pieces"
import { all, any, contains, name, oneOf, type Sql, sql } from "./sql"
import type { Scope } from "./types"

/** A tag that was never given a slug is found by its value, spelled like one. */
const SPELLED =
  "trim(both '-' from regexp_replace(lower(t.value), '[^a-z0-9]+', '-', 'g'))"

/** Of `t` (the tag) and `tp` (its profile). */
export const SLUG_OF_TAG = `coalesce(tp.slug, ${SPELLED})`

const orders: Readonly<Record<string, string>> = {
  rank: "coalesce(tp.rank, 0)",
  value: "lower(t.value)",
  slug: SLUG_OF_TAG,
  created_at: "t.created_at",
  updated_at: "greatest(t.updated_at, tp.updated_at)",
  id: "t.id",
}

export const tagOrders = Object.keys(orders)

export type TagSelection = {
  /** What is looked for in value, slug and description. */
  q?: string
  id?: readonly string[]
  value?: readonly string[]
  external_id?: readonly string[]
  slug?: readonly string[]
  visible?: boolean
  /** One of `tagOrders`, or with a minus the other way round. */
  order: string
  skip: number
  take: number
}

const within = (column: string, values: readonly string[] | undefined) =>
  values ? [oneOf(column, values)] : []

function direction(order: string): Sql {
  const key = orders[order.replace(/^-/, "")]
  const way = order.startsWith("-") ? "desc" : "asc"
  return name(`${key} ${way}, lower(t.value), t.id`)
}

/** Which tags a page of a list shows, and how many there are. */
export function tagStatement({
  q,
  visible,
  order,
  skip,
  take,
  ...lists
}: TagSelection): Sql {
  const conditions = [
    sql`t.deleted_at is null`,
    ...within("t.id", lists.id),
    ...within("t.value", lists.value),
    ...within("t.external_id", lists.external_id),
    ...within(SLUG_OF_TAG, lists.slug),
    ...(visible === undefined
      ? []
      : [sql`coalesce(tp.is_visible, true) = ${visible}`]),
    ...(q
      ? [
          any([
            contains("t.value", q),
            contains("tp.slug", q),
            contains("tp.description", q),
          ]),
        ]
      : []),
  ]
  const from = sql`from product_tag t
    left join tag_profile tp on tp.tag_id = t.id and tp.deleted_at is null
    where ${all(conditions)}`
  return sql`select (select count(*)::int ${from}) as count,
    array(select t.id ${from} order by ${direction(order)}
          limit ${take} offset ${skip}) as ids`
}

/** Of products: all there are, or those a shopper is shown. */
export const counted = (scope: Scope | null): Sql =>
  scope
    ? sql`p.deleted_at is null and p.status = 'published' and ${inChannel(scope)}`
    : sql`p.deleted_at is null`

export const tagCountStatement = (
  ids: readonly string[],
  scope: Scope | null
): Sql => sql`
  select pt.product_tag_id as id, count(*)::int as product_count
  from product_tags pt join product p on p.id = pt.product_id
  where ${oneOf("pt.product_tag_id", ids)} and ${counted(scope)}
  group by pt.product_tag_id`

/** Published products that would have no tag left without these. */
export const withoutTagStatement = (ids: readonly string[]): Sql => sql`
  select count(distinct p.id)::int as count from product p
  join product_tags pt on pt.product_id = p.id
  where p.deleted_at is null and p.status = 'published'
    and ${oneOf("pt.product_tag_id", ids)}
    and not exists (
      select 1 from product_tags other
      join product_tag t on t.id = other.product_tag_id
        and t.deleted_at is null
      where other.product_id = p.id and not ${oneOf("t.id", ids)})`
