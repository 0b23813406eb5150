/** Groups of words and phrases that mean the same. */
export type Synonyms = readonly (readonly string[])[]

/** A part of what was typed, and what else it may be called. */
export type Unit = { text: string; others: string[] }

const WORDS = 10

export const wordsOf = (text: string): string[] =>
  text.normalize("NFKC").toLowerCase().split(/\s+/).filter(Boolean)

type Term = { words: string[]; others: string[] }

const termsOf = (synonyms: Synonyms): Term[] =>
  synonyms.flatMap((group) =>
    group.map((term) => ({
      words: wordsOf(term),
      others: group.filter((other) => other !== term),
    }))
  )

const startsWith = (words: readonly string[], { words: start }: Term) =>
  start.length > 0 && start.every((word, at) => words[at] === word)

/** Splits what was typed; the longest phrase that has synonyms stays whole. */
export function unitsOf(text: string, synonyms: Synonyms): Unit[] {
  const terms = termsOf(synonyms)
  const units: Unit[] = []
  let rest = wordsOf(text).slice(0, WORDS)
  while (rest.length) {
    const here = terms.filter((term) => startsWith(rest, term))
    const length = Math.max(1, ...here.map(({ words }) => words.length))
    units.push({
      text: rest.slice(0, length).join(" "),
      others: here
        .filter(({ words }) => words.length === length)
        .flatMap(({ others }) => others),
    })
    rest = rest.slice(length)
  }
  return units
}
