export { currencies as searchCurrencies, productFields } from "./lib/fields"
export { sources as searchSources } from "./lib/sources"
export { catalogueOf, PRODUCT_INDEX } from "./lib/services"
export {
  indexChangeWorkflow,
  indexDuePricesWorkflow,
  repairSearchIndexWorkflow,
  type SearchChange,
} from "./workflows/runs"
export { listSynonyms, synonymsOf } from "./lib/synonyms"
export {
  createSearchSynonymWorkflow,
  deleteSearchSynonymWorkflow,
  updateSearchSynonymWorkflow,
} from "./workflows/synonyms"
export { suggest } from "./lib/suggest"
