import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { killPoint } from "../../../lib/kill-point"
import { catalogueOf, isUnfilled, PRODUCT_INDEX, searchOf } from "./services"

/** So many products are read and written under one lock. */
const PORTION = 100

async function write(container: MedusaContainer, ids: readonly string[]) {
  const search = searchOf(container)
  const documents = await catalogueOf(container).documentsOf(ids)
  const found = new Set(documents.map(({ id }) => id))
  const gone = ids.filter((id) => !found.has(id))
  killPoint("search-documents-read")
  await search.upsertDocuments({ index: PRODUCT_INDEX, documents })
  if (gone.length) {
    await search.deleteDocuments({
      index: PRODUCT_INDEX,
      filters: { id: gone },
    })
  }
}

/**
 * Reads products as they are and writes them into the index. Who comes second
 * to a product reads it after the first has written, so the later state is the
 * one that stays, on however many servers.
 */
export async function indexProducts(
  container: MedusaContainer,
  product_ids: readonly string[]
): Promise<{ indexed: number }> {
  const ids = [...new Set(product_ids)].sort()
  const locking = container.resolve(Modules.LOCKING)
  for (let at = 0; at < ids.length; at += PORTION) {
    const some = ids.slice(at, at + PORTION)
    try {
      await locking.execute(
        some.map((id) => `search:${id}`),
        () => write(container, some)
      )
    } catch (error) {
      if (!isUnfilled(error)) {
        throw error
      }
      return { indexed: 0 }
    }
  }
  return { indexed: ids.length }
}
