import { container } from "@medusajs/framework"
import { defineSearchIndex } from "@medusajs/framework/utils"
import { CATALOGUE_MODULE } from "../modules/catalogue"
import type { CatalogueService } from "../modules/catalogue/service"
import { PRODUCT_INDEX, productFields } from "../workflows/search"

/** So many documents are read at once. */
const PORTION = 200

/** The products of the shop, for `POST /store/search` and the admin. */
export const productIndex = defineSearchIndex({
  name: PRODUCT_INDEX,
  entity: "product",
  fields: productFields,
  // Changes are brought by `src/subscribers/product-search.ts`, which can take
  // locks and reach modules; `consume` cannot.
  seed: async function* ({ last_key, catchup }) {
    const catalogue: CatalogueService = container.resolve(CATALOGUE_MODULE)
    if (catchup) {
      const deleted = await catalogue.deletedSince(catchup.since)
      if (deleted.length) {
        yield [{ action: "delete", filters: { id: deleted } }]
      }
    }
    let after = last_key ?? ""
    for (;;) {
      const documents = await catalogue.documentsAfter(after, PORTION)
      const last = documents.at(-1)
      if (!last) {
        return
      }
      yield [{ action: "upsert", documents }]
      after = last.id
    }
  },
})
