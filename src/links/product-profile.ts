import { defineLink } from "@medusajs/framework/utils"
import ProductModule from "@medusajs/medusa/product"
import ProductProfileModule from "../modules/product-profile"
import { askFor } from "./helpers/ask-for"

/** `product.product_profile`: found by its product's id, so no table between. */
export default askFor(
  "ProductProfiles",
  defineLink(
    { linkable: ProductModule.linkable.product, field: "id" },
    {
      ...ProductProfileModule.linkable.productProfile.id,
      primaryKey: "product_id",
    },
    { readOnly: true }
  )
)
