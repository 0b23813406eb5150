import { all, name, oneOf, type Sql, sql } from "./sql"

/** Core's own filters, as its validator leaves them. */
export type CoreFilters = Readonly<Record<string, unknown>>

const texts = (value: unknown) => [value].flat().map(String)

const column =
  (named: string) =>
  (value: unknown): Sql =>
    oneOf(named, texts(value))

const linked = (table: string, key: string) => (value: unknown) =>
  sql`exists (select 1 from ${name(table)} l where l.product_id = p.id
    and ${oneOf(`l.${key}`, texts((value as { id: unknown }).id))})`

const operators: Readonly<Record<string, string>> = {
  $gt: ">",
  $gte: ">=",
  $lt: "<",
  $lte: "<=",
  $eq: "=",
}

const moment = (named: string) => (value: unknown) =>
  all(
    Object.entries(
      typeof value === "object" && value !== null ? value : { $eq: value }
    ).map(([operator, bound]) =>
      Object.hasOwn(operators, operator)
        ? sql`${name(named)} ${name(operators[operator])} ${bound}::timestamptz`
        : name("false")
    )
  )

const conditions: Readonly<Record<string, (value: unknown) => Sql>> = {
  id: column("p.id"),
  handle: column("p.handle"),
  title: column("p.title"),
  external_id: column("p.external_id"),
  collection_id: column("p.collection_id"),
  type_id: column("p.type_id"),
  tags: linked("product_tags", "product_tag_id"),
  categories: linked("product_category_product", "product_category_id"),
  is_giftcard: (value) => sql`p.is_giftcard = ${value}`,
  created_at: moment("p.created_at"),
  updated_at: moment("p.updated_at"),
}

/** Of core's filters these cannot stand beside one of ours. */
export const unknownBeside = (given: CoreFilters): string[] =>
  Object.keys(given).filter((key) => !Object.hasOwn(conditions, key))

export const coreConditions = (given: CoreFilters): Sql[] =>
  Object.entries(given).map(([key, value]) => conditions[key](value))
