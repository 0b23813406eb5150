import { name, nothing, oneOf, type Sql, sql } from "./sql"
import { counted } from "./tags"
import type { Scope } from "./types"

/** What no column of a category says of it. */
export type CategoryFacts = {
  id: string
  /** The handles from the root down, as an address has them. */
  path: string
  /** 0 for a root. */
  level: number
  /** Products in it, and with those of everything below it. */
  product_count: number
  total_product_count: number
  /** Whether shoppers see it. */
  shown: boolean
}

/** Nobody has so many levels; a knot of another's making ends here. */
const DEEPEST = 100

const shown = (row: string) => `${row}.is_active and not ${row}.is_internal`

/** Who asks without a scope is staff, and counts what is hidden as well. */
export const categoryStatement = (
  ids: readonly string[],
  scope: Scope | null
): Sql => sql`
  with recursive up as (
    select id as start, parent_category_id as parent, handle::text as path,
           0 as level
      from product_category where ${oneOf("id", ids)}
    union all
    select up.start, c.parent_category_id, c.handle || '/' || up.path,
           up.level + 1
      from product_category c join up on c.id = up.parent
      where up.level < ${DEEPEST})
  select c.id, '/' || up.path as path, up.level, (${name(shown("c"))}) as shown,
    (select count(*)::int from product_category_product pc
      join product p on p.id = pc.product_id
      where pc.product_category_id = c.id and ${counted(scope)})
      as product_count,
    (select count(distinct p.id)::int from product_category d
      join product_category_product pc on pc.product_category_id = d.id
      join product p on p.id = pc.product_id
      where d.deleted_at is null ${scope ? name(`and ${shown("d")}`) : nothing}
        and (d.id = c.id or starts_with(d.mpath, c.mpath || '.'))
        and ${counted(scope)}) as total_product_count
  from product_category c
  join up on up.start = c.id and up.parent is null
  where c.deleted_at is null`
