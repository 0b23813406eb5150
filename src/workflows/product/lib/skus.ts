/** As much of a text as a SKU may hold. */
const code = (text: string) =>
  text
    .normalize("NFKD")
    // An accent is a mark of its own now, and parts no word.
    .replace(/\p{M}+/gu, "")
    .replace(/[^A-Za-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .toUpperCase()

const SKU_MAX = 100

/** "ZUB" and "Navy / Large" make ZUB-NAVY-LARGE, then ZUB-NAVY-LARGE-2 … */
export function skuFor(prefix: string, title: string, turn: number): string {
  const suffix = turn > 1 ? `-${turn}` : ""
  const stem = [prefix, code(title)].filter(Boolean).join("-")
  return stem.slice(0, SKU_MAX - suffix.length) + suffix
}

const AT_ONCE = 20

/** The SKUs to try, in the order in which they are wanted. */
export const skusFor = (prefix: string, title: string, round: number) =>
  Array.from({ length: AT_ONCE }, (_, at) =>
    skuFor(prefix, title, round * AT_ONCE + at + 1)
  )
