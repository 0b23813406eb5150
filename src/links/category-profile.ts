import { defineLink } from "@medusajs/framework/utils"
import ProductModule from "@medusajs/medusa/product"
import TaxonomyModule from "../modules/taxonomy"
import { askFor } from "./helpers/ask-for"

/** `product_category.category_profile`, found by its category's id. */
export default askFor(
  "CategoryProfiles",
  defineLink(
    { linkable: ProductModule.linkable.productCategory, field: "id" },
    {
      ...TaxonomyModule.linkable.categoryProfile.id,
      primaryKey: "category_id",
    },
    { readOnly: true }
  )
)
