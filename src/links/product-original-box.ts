import { defineLink } from "@medusajs/framework/utils"
import ProductModule from "@medusajs/medusa/product"
import OriginalBoxModule from "../modules/original-box"

/** `product.original_box`; read-only, because the offer names its product. */
export default defineLink(
  { linkable: ProductModule.linkable.product, field: "id" },
  {
    ...OriginalBoxModule.linkable.originalBox.id,
    primaryKey: "product_id",
  },
  { readOnly: true }
)
