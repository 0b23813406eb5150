import { defineLink } from "@medusajs/framework/utils"
import ProductModule from "@medusajs/medusa/product"
import ProductProfileModule from "../modules/product-profile"

/** `product.product_profile`: found by its product's id, so no table between. */
export default defineLink(
  { linkable: ProductModule.linkable.product, field: "id" },
  {
    linkable: ProductProfileModule.linkable.productProfile,
    primaryKey: "product_id",
  },
  { readOnly: true }
)
