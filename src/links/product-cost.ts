import { defineLink } from "@medusajs/framework/utils"
import ProductModule from "@medusajs/medusa/product"
import ProductProfileModule from "../modules/product-profile"

/** `product.product_cost`, on staff's routes: no store route allows the name. */
export default defineLink(
  { linkable: ProductModule.linkable.product, field: "id" },
  {
    linkable: ProductProfileModule.linkable.productCost,
    primaryKey: "product_id",
  },
  { readOnly: true }
)
