import { updateProductTagsWorkflow } from "@medusajs/medusa/core-flows"
import { unwriteTags, writeTags } from "../lib/write-tags"

updateProductTagsWorkflow.hooks.productTagsUpdated(
  ({ product_tags, additional_data }, scope) =>
    writeTags({ product_tags: [product_tags].flat(), additional_data }, scope),
  unwriteTags
)
