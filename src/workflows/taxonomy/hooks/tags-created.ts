import { createProductTagsWorkflow } from "@medusajs/medusa/core-flows"
import { unwriteTags, writeTags } from "../lib/write-tags"

createProductTagsWorkflow.hooks.productTagsCreated(writeTags, unwriteTags)
