import { createProductVariantsWorkflow } from "@medusajs/medusa/core-flows"
import { unwriteVariants, writeVariants } from "../lib/write-variants"

createProductVariantsWorkflow.hooks.productVariantsCreated(
  writeVariants,
  unwriteVariants
)
