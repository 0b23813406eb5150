/** A piece of SQL and the values that belong to its question marks. */
export class Sql {
  constructor(
    readonly text: string,
    readonly values: readonly unknown[]
  ) {}
}

/**
 * A value in the template becomes a question mark, another piece is put in as
 * it is. So no value ever becomes part of the text.
 */
export function sql(
  parts: TemplateStringsArray,
  ...inserted: readonly unknown[]
): Sql {
  const values: unknown[] = []
  const text = parts.reduce((before, part, at) => {
    const value = inserted[at - 1]
    if (value instanceof Sql) {
      values.push(...value.values)
      return before + value.text + part
    }
    values.push(value)
    return `${before}?${part}`
  })
  return new Sql(text, values)
}

/** A column or table name out of a list of ours. */
export const name = (text: string) => new Sql(text, [])

export const nothing = name("")

export const join = (pieces: readonly Sql[], between: string): Sql =>
  new Sql(
    pieces.map(({ text }) => text).join(between),
    pieces.flatMap(({ values }) => values)
  )

export const all = (conditions: readonly Sql[]): Sql =>
  conditions.length ? sql`(${join(conditions, " and ")})` : name("true")

export const any = (conditions: readonly Sql[]): Sql =>
  conditions.length ? sql`(${join(conditions, " or ")})` : name("false")

/** One value of a list, whatever its length. */
export const oneOf = (column: string, values: readonly string[]): Sql =>
  sql`${name(column)} in (select jsonb_array_elements_text(${JSON.stringify(values)}::jsonb))`

/** What a person types is text: none of it is a wildcard. */
export const contains = (column: string, text: string): Sql =>
  sql`${name(column)} ilike ${`%${text.replace(/[\\%_]/g, "\\$&")}%`}`
