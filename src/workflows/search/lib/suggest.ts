import type { MedusaContainer } from "@medusajs/framework/types"
import { ProductStatus } from "@medusajs/framework/utils"
import { SEARCH_PROVIDER } from "../../../providers/search-postgres/name"
import type { Suggested } from "../../../modules/catalogue/suggest"
import { catalogueOf, PRODUCT_INDEX, searchOf } from "./services"
import { listSynonyms } from "./synonyms"

const PRODUCTS = 5

type Product = {
  id: string
  title: string
  handle: string
  thumbnail: string | null
}

type Document = Omit<Product, "thumbnail"> & { thumbnail?: string }

/** For a field somebody types into: the last word is only begun. */
export async function suggest(
  container: MedusaContainer,
  q: string,
  channels: readonly string[]
): Promise<Suggested & { products: Product[] }> {
  const synonyms = await listSynonyms(container)
  const [{ hits }, named] = await Promise.all([
    searchOf(container).search<Document>({
      entity: PRODUCT_INDEX,
      fields: ["id", "title", "handle", "thumbnail"],
      filters: {
        q,
        status: ProductStatus.PUBLISHED,
        sales_channel_ids: [...channels],
      },
      pagination: { take: PRODUCTS },
      search_options: {
        match_strategy: "last",
        count: "none",
        provider_options: { [SEARCH_PROVIDER]: { synonyms } },
      },
    }),
    catalogueOf(container).suggest(q, {
      channels,
      region: null,
      customer_id: null,
    }),
  ])
  const products = hits.map(
    ({ document: { id, title, handle, thumbnail } }) => ({
      ...{ id, title, handle },
      thumbnail: thumbnail ?? null,
    })
  )
  return { products, ...named }
}
