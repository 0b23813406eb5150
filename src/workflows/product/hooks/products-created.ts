import { createProductsWorkflow } from "@medusajs/medusa/core-flows"
import { unwriteProfiles, writeProfiles } from "../lib/write-products"

createProductsWorkflow.hooks.productsCreated(writeProfiles, unwriteProfiles)
