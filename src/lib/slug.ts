/** What an address is made of: a to z, digits, single hyphens between them. */
export const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/

/** How long a slug may be. */
export const SLUG_MAX = 100

/**
 * A name as an address spells it. Accents are dropped, and what has no Latin
 * letter is left out; the answer is empty when nothing remains.
 */
export const slugOf = (name: string, most = SLUG_MAX): string =>
  name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/['’]/g, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-/, "")
    .slice(0, most)
    .replace(/-$/, "")
