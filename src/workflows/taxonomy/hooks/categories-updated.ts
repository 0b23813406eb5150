import { updateProductCategoriesWorkflow } from "@medusajs/medusa/core-flows"
import { unwriteCategories, writeCategories } from "../lib/write-categories"

updateProductCategoriesWorkflow.hooks.categoriesUpdated(
  writeCategories,
  unwriteCategories
)
