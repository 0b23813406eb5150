import { z } from "@medusajs/framework/zod"
import { all, any, contains, type Sql, sql } from "./sql"

const variantHas = (column: string) => (word: string) =>
  sql`exists (select 1 from product_variant v
    where v.product_id = p.id and v.deleted_at is null
      and not (v.id = any(coalesce(pp.inactive_variants, '{}')))
      and ${contains(column, word)})`

const has = (column: string) => (word: string) => contains(column, word)

/** Where a word may be looked for. */
const places: Readonly<Record<string, (word: string) => Sql>> = {
  title: has("p.title"),
  subtitle: has("p.subtitle"),
  handle: has("p.handle"),
  brand: has("pp.brand"),
  short_description: has("pp.short_description"),
  description: has("p.description"),
  sku: variantHas("v.sku"),
  variant: variantHas("v.title"),
}

export const searchFields = Object.keys(places)

export const searchFieldsSchema = z
  .string()
  .transform((raw) => raw.split(",").map((field) => field.trim()))
  .pipe(z.array(z.enum(searchFields as [string, ...string[]])).min(1))

const WORDS = 10

/** Every word is somewhere in the fields, in any case. */
export const matchesSearch = (
  text: string,
  fields: readonly string[] = searchFields
): Sql =>
  all(
    text
      .trim()
      .split(/\s+/)
      .slice(0, WORDS)
      .map((word) => any(fields.map((field) => places[field](word))))
  )
