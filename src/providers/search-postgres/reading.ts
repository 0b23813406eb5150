import type { Unit } from "./units"

/** What Postgres makes of a piece of text. */
export type Parsed = { query: string; lexemes: string[] }

/** A unit with each of its readings; those of `unknown` words are guesses. */
export type ReadUnit = { unit: Unit; readings: Parsed[]; guesses: string[] }

export type Strategy = "all" | "any" | "last"

const quoted = (lexeme: string) =>
  `'${lexeme.replaceAll("\\", "\\\\").replaceAll("'", "''")}'`

const LAST_LEXEME = /('(?:[^']|'')*')(?::\w*)?$/

/** The word that is still being typed is the beginning of one. */
const begun = (query: string) => query.replace(LAST_LEXEME, "$1:*")

/**
 * The query of Postgres for what was read; empty when nothing of it is looked
 * for, such as "the". Lexemes come from Postgres, so they are quoted already,
 * and guesses are quoted here.
 */
export function compile(
  units: readonly ReadUnit[],
  strategy: Strategy = "all"
): string {
  const parts = units.map(({ readings, guesses }, at) => {
    const last = strategy === "last" && at === units.length - 1
    const queries = readings
      .map(({ query }) => query)
      .filter(Boolean)
      .map((query) => (last ? begun(query) : query))
    return [...queries, ...guesses.map(quoted)]
  })
  return parts
    .filter((choices) => choices.length)
    .map((choices) => `(${choices.map((one) => `(${one})`).join(" | ")})`)
    .join(strategy === "any" ? " | " : " & ")
}

/** A word to be guessed at: one lexeme, letters only, not a number or a SKU. */
export const guessable = ({ unit, readings }: ReadUnit): string | undefined => {
  const lexemes = readings[0]?.lexemes ?? []
  return lexemes.length === 1 && !/\d/.test(unit.text) ? lexemes[0] : undefined
}
