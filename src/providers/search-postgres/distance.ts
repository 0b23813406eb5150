/** How many slips a word of this length may have; short words have none. */
export const slipsAllowed = (word: string): number => {
  const { length } = [...word]
  return length >= 8 ? 2 : length >= 4 ? 1 : 0
}

/**
 * How many slips lie between two words: a letter too many, too few, wrong, or
 * two that changed places (optimal string alignment).
 */
export function distance(one: string, other: string): number {
  const [a, b] = [[...one], [...other]]
  let before: number[] = []
  let row = b.map((_, at) => at)
  row.push(b.length)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1]
      next[j] = Math.min(
        row[j] + 1,
        next[j - 1] + 1,
        row[j - 1] + (same ? 0 : 1)
      )
      const swapped =
        i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      if (swapped) {
        next[j] = Math.min(next[j], before[j - 2] + 1)
      }
    }
    before = row
    row = next
  }
  return row[b.length]
}

/** At most so many words are taken for what was meant. */
const MEANT = 5

/** The nearest of the words, when one is near enough; several when tied. */
export function meant(word: string, known: readonly string[]): string[] {
  const allowed = slipsAllowed(word)
  const near = known
    .map((text) => ({ text, slips: distance(word, text) }))
    .filter(({ slips }) => slips <= allowed)
  const least = Math.min(...near.map(({ slips }) => slips))
  return near
    .filter(({ slips }) => slips === least)
    .map(({ text }) => text)
    .sort()
    .slice(0, MEANT)
}
