import type { MedusaContainer } from "@medusajs/framework/types"
import { SEARCH_SYNONYM_MODULE } from "../../../modules/search-synonym"
import type { SearchSynonymService } from "../../../modules/search-synonym/service"
import { Refusal } from "../../refusal"

/** So many groups there may be; each search reads them. */
const MOST = 500

export const synonymsOf = (container: MedusaContainer): SearchSynonymService =>
  container.resolve(SEARCH_SYNONYM_MODULE)

/** One spelling of a term, each once. */
export const cleanTerms = (terms: readonly string[]): string[] => [
  ...new Set(
    terms.map((term) =>
      term.normalize("NFKC").trim().replace(/\s+/g, " ").toLowerCase()
    )
  ),
]

export function refuseFewTerms(terms: readonly string[]): void {
  if (terms.length < 2) {
    throw new Refusal("synonym_needs_two", "One term has no synonym.", {
      details: [{ field: "terms", message: "needs two different terms" }],
    })
  }
}

export async function refuseTooMany(container: MedusaContainer): Promise<void> {
  const [, count] = await synonymsOf(container).listAndCountSearchSynonyms(
    {},
    { take: 1 }
  )
  if (count >= MOST) {
    throw new Refusal(
      "too_many_synonyms",
      `There may be at most ${MOST} groups of synonyms.`,
      { kind: "NOT_ALLOWED" }
    )
  }
}

/** All groups, as a search asks for them. */
export async function listSynonyms(
  container: MedusaContainer
): Promise<string[][]> {
  const rows = await synonymsOf(container).listSearchSynonyms(
    {},
    { select: ["terms"], take: MOST, order: { id: "ASC" } }
  )
  return rows.map(({ terms }) => terms)
}
