import { oneOrMany } from "../kinds"
import { oneOf, sql } from "../sql"
import { defineFilter } from "../types"

/** A category by its handle, with everything below it. */
export const category = defineFilter({
  schema: oneOrMany,
  where: (handles) => sql`exists (
    select 1 from product_category_product pc
    join product_category c on c.id = pc.product_category_id
      and c.deleted_at is null and c.is_active and not c.is_internal
    join product_category root on root.deleted_at is null
      and root.is_active and not root.is_internal
      and (c.id = root.id or starts_with(c.mpath, root.mpath || '.'))
    where pc.product_id = p.id and ${oneOf("root.handle", handles)})`,
})
