import { oneOrMany } from "../kinds"
import { any, oneOf, sql } from "../sql"
import { SLUG_OF_TAG } from "../tags"
import { defineFilter } from "../types"

/** A tag by its slug, or by its value; one that is hidden is not found. */
export const tag = defineFilter({
  schema: oneOrMany,
  where: (tags) => sql`exists (
    select 1 from product_tags pt join product_tag t on t.id = pt.product_tag_id
    left join tag_profile tp on tp.tag_id = t.id and tp.deleted_at is null
    where pt.product_id = p.id and t.deleted_at is null
      and coalesce(tp.is_visible, true)
      and ${any([oneOf("t.value", tags), oneOf(SLUG_OF_TAG, tags)])})`,
})
