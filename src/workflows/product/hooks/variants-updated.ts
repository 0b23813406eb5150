import { updateProductVariantsWorkflow } from "@medusajs/medusa/core-flows"
import { unwriteVariants, writeVariants } from "../lib/write-variants"

updateProductVariantsWorkflow.hooks.productVariantsUpdated(
  writeVariants,
  unwriteVariants
)
