export {
  profileDataOf,
  type ProfileData,
  type SaveProfile,
} from "./lib/save-profiles"
export { variantDataOf, type VariantData } from "./lib/write-variants"
export { type ProductChange, validateProducts } from "./validate-products"
export { batchProductsWithProfilesWorkflow } from "./workflows/batch-products"
export { batchVariantsWithProfilesWorkflow } from "./workflows/batch-variants"
export { forgetRecentViewsWorkflow } from "./workflows/forget-recent-views"
export { recountAllSoldWorkflow } from "./workflows/recount-all-sold"
export { recountSoldWorkflow } from "./workflows/recount-sold"
export { saveProductProfilesWorkflow } from "./workflows/save-product-profiles"
export { setProductStockWorkflow } from "./workflows/set-product-stock"
