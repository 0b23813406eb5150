export { currencies as searchCurrencies, productFields } from "./lib/fields"
export { sources as searchSources } from "./lib/sources"
export { PRODUCT_INDEX } from "./lib/services"
export {
  indexChangeWorkflow,
  indexDuePricesWorkflow,
  repairSearchIndexWorkflow,
  type SearchChange,
} from "./workflows/runs"
