import { generateEntityId } from "@medusajs/framework/utils"
import type { CategoryProfileInput, TagProfileInput } from "./types"

export type Table = {
  name: "tag_profile" | "category_profile"
  key: "tag_id" | "category_id"
  prefix: string
  columns: readonly string[]
}

export const tags: Table = {
  name: "tag_profile",
  key: "tag_id",
  prefix: "tprof",
  columns: ["slug", "description", "rank", "is_visible"] satisfies Array<
    keyof TagProfileInput
  >,
}

export const categories: Table = {
  name: "category_profile",
  key: "category_id",
  prefix: "cprof",
  columns: ["image", "image_alt"] satisfies Array<keyof CategoryProfileInput>,
}

/** Each id that is asked for, with its row or null. */
export const before = ({ name, key, columns }: Table) => `
select given.id as ${key},
  (select to_jsonb(held) from (
    select ${columns.join(", ")} from ${name}
     where ${key} = given.id and deleted_at is null) held) as profile
from jsonb_array_elements_text(?::jsonb) as given(id) order by given.id`

/** Writes what is named and leaves the rest. */
export function upsert(
  { name, key, prefix, columns }: Table,
  id: string,
  profile: Readonly<Record<string, unknown>>
): [text: string, values: unknown[]] {
  const named = columns.filter((column) => profile[column] !== undefined)
  const sets = named.map((column) => `"${column}" = excluded."${column}"`)
  return [
    `insert into ${name} (${["id", key, ...named].join(", ")})
     values (${["?", "?", ...named.map(() => "?")].join(", ")})
     on conflict (${key}) where deleted_at is null do update set
       ${[...sets, "updated_at = now()"].join(", ")}`,
    [
      generateEntityId(undefined, prefix),
      id,
      ...named.map((column) => profile[column]),
    ],
  ]
}

export const remove = ({ name, key }: Table) =>
  `delete from ${name} where ${key} = ? and deleted_at is null`

export const moved = (
  { name, key }: Table,
  deletedAt: "now()" | "null",
  where: string
) => `
update ${name} set deleted_at = ${deletedAt} where deleted_at ${where}
  and ${key} in (select jsonb_array_elements_text(?::jsonb))`

/** One writer of slugs at a time, until the transaction is over. */
export const LOCK_SLUGS =
  "select pg_advisory_xact_lock(hashtextextended('tag_profile.slug', 0))"

/** Those that a number at its end could make of a slug. */
export const SLUGS_LIKE = `
select slug from tag_profile
where deleted_at is null and (slug = ? or starts_with(slug, ?))`
