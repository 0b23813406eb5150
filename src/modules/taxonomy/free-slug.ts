import { SLUG_MAX, slugOf } from "../../lib/slug"

/** So much of a slug is left for a number at its end. */
const ROOM = 6

/** A name without a letter an address has becomes this, and a number. */
const NAMELESS = "tag"

export const slugBase = (name: string): string =>
  slugOf(name, SLUG_MAX - ROOM) || NAMELESS

/** The first of `base`, `base-2`, `base-3` … that nobody has. */
export function freeSlug(base: string, taken: ReadonlySet<string>): string {
  let slug = base
  for (let turn = 2; taken.has(slug); turn += 1) {
    slug = `${base}-${turn}`
  }
  return slug
}
