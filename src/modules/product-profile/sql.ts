import type { EntityManager } from "@medusajs/framework/mikro-orm/knex"
import type { Context } from "@medusajs/framework/types"
import { generateEntityId } from "@medusajs/framework/utils"
import type { ProfileInput } from "./types"

export type Sql = <Row extends object = object>(
  text: string,
  values?: readonly unknown[]
) => Promise<Row[]>

export const sqlIn =
  ({ transactionManager, manager }: Context<EntityManager>): Sql =>
  async (text, values = []) =>
    (await (transactionManager ?? manager)?.execute(text, [...values])) ?? []

/** Each column that may be written, and how a value becomes SQL. */
const columns = {
  brand: "?",
  short_description: "?",
  meta_title: "?",
  meta_description: "?",
  features: "array(select jsonb_array_elements_text(?::jsonb))",
  specifications: "?::jsonb",
  has_warranty: "?",
  warranty: "?",
  video_url: "?",
  featured: "?",
  low_stock_threshold: "?",
  sku_prefix: "?",
} satisfies Record<keyof ProfileInput, string>

export const profileColumns = Object.keys(columns) as (keyof ProfileInput)[]

const valueOf = (value: ProfileInput[keyof ProfileInput]) =>
  Array.isArray(value) ? JSON.stringify(value) : value

/** One spelling of a title, so that "A  b" and "a b" are the same. */
export const titleKey = (title: string | null | undefined) =>
  title?.normalize("NFKC").trim().replace(/\s+/g, " ").toLowerCase() || null

/**
 * Writes what is named and leaves the rest. One statement a product, so two at
 * once do not lose each other's fields.
 */
export function upsertProfile(
  product_id: string,
  profile: ProfileInput,
  uniqueTitles: boolean
): [text: string, values: unknown[]] {
  const named = profileColumns.filter((name) => profile[name] !== undefined)
  const values = named.map((name) => valueOf(profile[name]))
  const holders = named.map((name) => columns[name])
  const names: string[] = [...named]
  if (profile.meta_title !== undefined) {
    names.push("meta_title_key")
    holders.push("?")
    values.push(uniqueTitles ? titleKey(profile.meta_title) : null)
  }
  const sets = names.map((name) => `"${name}" = excluded."${name}"`)
  return [
    `insert into product_profile (${["id", "product_id", ...names].join(", ")})
     values (${["?", "?", ...holders].join(", ")})
     on conflict (product_id) where deleted_at is null do update set
       ${[...sets, "updated_at = now()"].join(", ")}`,
    [generateEntityId(undefined, "pprof"), product_id, ...values],
  ]
}
