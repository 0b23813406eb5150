const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" })

const lettersOf = (text: string) =>
  Array.from(graphemes.segment(text), ({ segment }) => segment)

const LONGEST = 40

/** People type their address or number where a name is asked. */
const isContact = (text: string) =>
  text.includes("@") || text.replace(/[^\p{Nd}]/gu, "").length >= 5

type Named = { first_name?: string | null; last_name?: string | null }

/** `Amina O.`: what everybody may read of a name; null when there is none. */
export function authorName({ first_name, last_name }: Named): string | null {
  const first = first_name?.trim() ?? ""
  if (!first || isContact(first)) {
    return null
  }
  const [initial] = lettersOf(last_name?.trim() ?? "")
  const known = lettersOf(first).slice(0, LONGEST).join("")
  return initial && /^\p{L}/u.test(initial)
    ? `${known} ${initial.toLocaleUpperCase("en")}.`
    : known
}
