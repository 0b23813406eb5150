import { createProductCategoriesWorkflow } from "@medusajs/medusa/core-flows"
import { unwriteCategories, writeCategories } from "../lib/write-categories"

createProductCategoriesWorkflow.hooks.categoriesCreated(
  writeCategories,
  unwriteCategories
)
