import type { MedusaContainer } from "@medusajs/framework/types"
import type { SearchTypes } from "@medusajs/framework/types"
import { indexProducts } from "./index-products"
import { catalogueOf, isUnfilled, PRODUCT_INDEX, searchOf } from "./services"

const PORTION = 1000

type Held = { id: string; fingerprint?: string }

async function held(
  container: MedusaContainer,
  filters: SearchTypes.SearchFilters,
  take: number,
  skip = 0
): Promise<Held[]> {
  const { hits } = await searchOf(container).search({
    entity: PRODUCT_INDEX,
    fields: ["id", "fingerprint"],
    filters,
    pagination: { skip, take },
    search_options: { count: "none" },
  })
  return hits.map(({ id, document }) => ({ ...document, id }))
}

async function heldBetween(
  container: MedusaContainer,
  after: string,
  last: string | undefined
): Promise<Held[]> {
  const id = { $gt: after, ...(last ? { $lte: last } : {}) }
  const found: Held[] = []
  for (;;) {
    const some = await held(container, { id }, PORTION, found.length)
    found.push(...some)
    if (some.length < PORTION) {
      return found
    }
  }
}

/**
 * Compares every product with its document and writes those that differ, for
 * whatever reason: a lost event, a crash, a change past all workflows.
 */
export async function repairIndex(
  container: MedusaContainer
): Promise<{ repaired: number }> {
  try {
    let repaired = 0
    let after = ""
    for (;;) {
      const products = await catalogueOf(container).documentsAfter(
        after,
        PORTION
      )
      const last = products.length < PORTION ? undefined : products.at(-1)?.id
      const documents = new Map(
        (await heldBetween(container, after, last)).map((one) => [
          one.id,
          one.fingerprint,
        ])
      )
      const wrong = products.flatMap(({ id, fingerprint }) =>
        documents.get(id) === fingerprint ? [] : [id]
      )
      products.forEach(({ id }) => documents.delete(id))
      await indexProducts(container, [...wrong, ...documents.keys()])
      repaired += wrong.length + documents.size
      if (!last) {
        return { repaired }
      }
      after = last
    }
  } catch (error) {
    if (!isUnfilled(error)) {
      throw error
    }
    return { repaired: 0 }
  }
}

/** Products whose price list began or ended since they were written. */
export async function indexDue(
  container: MedusaContainer
): Promise<{ indexed: number }> {
  try {
    const due = await held(
      container,
      { prices_until: { $lt: Date.now() } },
      PORTION
    )
    return await indexProducts(
      container,
      due.map(({ id }) => id)
    )
  } catch (error) {
    if (!isUnfilled(error)) {
      throw error
    }
    return { indexed: 0 }
  }
}
