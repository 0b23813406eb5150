import { updateProductsWorkflow } from "@medusajs/medusa/core-flows"
import { unwriteProfiles, writeProfiles } from "../lib/write-products"

updateProductsWorkflow.hooks.productsUpdated(writeProfiles, unwriteProfiles)
