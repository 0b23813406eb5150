import { oneOrMany } from "../kinds"
import { any, oneOf, sql } from "../sql"
import { defineFilter } from "../types"

const SLUG =
  "trim(both '-' from regexp_replace(lower(t.value), '[^a-z0-9]+', '-', 'g'))"

/** A tag by its value, or by the value as an address would spell it. */
export const tag = defineFilter({
  schema: oneOrMany,
  where: (tags) => sql`exists (
    select 1 from product_tags pt join product_tag t on t.id = pt.product_tag_id
    where pt.product_id = p.id and t.deleted_at is null
      and ${any([oneOf("t.value", tags), oneOf(SLUG, tags)])})`,
})
