import { soldVariants, inChannel } from "./pieces"
import { type Sql, sql } from "./sql"
import type { Scope } from "./types"

/** How much it says when two products share it. */
const WEIGHT = { category: 3, brand: 2, tag: 1 } as const

/** What shares most with a product, then what sells best. */
export const relatedStatement = (
  product_id: string,
  take: number,
  scope: Scope
): Sql => sql`
  with shared as (
    select product_id, ${WEIGHT.category}::int as weight
      from product_category_product where product_category_id in (
        select product_category_id from product_category_product
        where product_id = ${product_id})
    union all
    select product_id, ${WEIGHT.tag}::int from product_tags
      where product_tag_id in (
        select product_tag_id from product_tags where product_id = ${product_id})
    union all
    select product_id, ${WEIGHT.brand}::int from product_profile
      where deleted_at is null and brand = (
        select brand from product_profile
        where product_id = ${product_id} and deleted_at is null)),
  scored as (
    select product_id, sum(weight) as score from shared
    where product_id <> ${product_id} group by product_id)
  select array(
    select p.id from scored s
    join product p on p.id = s.product_id
      and p.deleted_at is null and p.status = 'published'
    left join product_profile pp
      on pp.product_id = p.id and pp.deleted_at is null
    where ${inChannel(scope)} and exists (select 1 from ${soldVariants})
    order by s.score desc, coalesce(pp.sold_count, 0) desc, p.id
    limit ${take}) as ids`
