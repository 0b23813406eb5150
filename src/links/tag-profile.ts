import { defineLink } from "@medusajs/framework/utils"
import ProductModule from "@medusajs/medusa/product"
import TaxonomyModule from "../modules/taxonomy"
import { askFor } from "./helpers/ask-for"

/** `product_tag.tag_profile`: found by its tag's id, so no table between. */
export default askFor(
  "TagProfiles",
  defineLink(
    { linkable: ProductModule.linkable.productTag, field: "id" },
    { ...TaxonomyModule.linkable.tagProfile.id, primaryKey: "tag_id" },
    { readOnly: true }
  )
)
