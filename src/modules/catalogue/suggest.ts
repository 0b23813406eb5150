import { inChannel } from "./pieces"
import { contains, name, type Sql, sql } from "./sql"
import type { Scope } from "./types"

export type Suggested = {
  categories: { id: string; handle: string; name: string }[]
  brands: { name: string }[]
}

const MOST = { categories: 3, brands: 2 } as const

/** Names that begin so come before those that have it inside. */
const begins = (column: string, text: string): Sql =>
  sql`starts_with(lower(${name(column)}), lower(${text})) desc, ${name(column)}`

/** Categories and brands of what the caller may see, by a part of the name. */
export const suggestStatement = (text: string, scope: Scope): Sql => sql`
  with shown as materialized (
    select p.id, pp.brand from product p
    left join product_profile pp
      on pp.product_id = p.id and pp.deleted_at is null
    where p.deleted_at is null and p.status = 'published'
      and ${inChannel(scope)}),
  found_categories as (
    select root.id, root.handle, root.name from product_category root
    where root.deleted_at is null and root.is_active and not root.is_internal
      and ${contains("root.name", text)}
      and exists (
        select 1 from product_category c
        join product_category_product pc on pc.product_category_id = c.id
        join shown on shown.id = pc.product_id
        where c.deleted_at is null and c.is_active and not c.is_internal
          and (c.id = root.id or starts_with(c.mpath, root.mpath || '.')))
    order by ${begins("root.name", text)} limit ${MOST.categories}),
  found_brands as (
    select brand as name from shown where ${contains("brand", text)}
    group by brand order by ${begins("brand", text)} limit ${MOST.brands})
  select
    coalesce((select jsonb_agg(to_jsonb(found_categories)) from found_categories),
      '[]') as categories,
    coalesce((select jsonb_agg(to_jsonb(found_brands)) from found_brands),
      '[]') as brands`
