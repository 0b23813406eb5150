import { defineLink } from "@medusajs/framework/utils"
import ProductModule from "@medusajs/medusa/product"
import ReviewModule from "../modules/review"

/** `fields=+review_summary.*` on products: one statement for a whole list. */
export default defineLink(
  { linkable: ProductModule.linkable.product, field: "id" },
  {
    ...ReviewModule.linkable.reviewSummary.id,
    primaryKey: "product_id",
  },
  { readOnly: true }
)
