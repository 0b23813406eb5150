import { defineLink } from "@medusajs/framework/utils"
import ProductModule from "@medusajs/medusa/product"
import ProductProfileModule from "../modules/product-profile"

/** `variant.variant_profile`; there is none while nobody switched it off. */
export default defineLink(
  { linkable: ProductModule.linkable.productVariant, field: "id" },
  {
    linkable: ProductProfileModule.linkable.variantProfile,
    primaryKey: "variant_id",
  },
  { readOnly: true }
)
