import ProductModule from "@medusajs/medusa/product"
import ProductProfileModule from "../modules/product-profile"
import { readOnlyLink } from "./helpers/read-only-link"

/** `variant.variant_profile`; there is none while nobody switched it off. */
export default readOnlyLink(
  { linkable: ProductModule.linkable.productVariant, field: "id" },
  {
    ...ProductProfileModule.linkable.variantProfile.id,
    primaryKey: "variant_id",
  },
  "VariantProfiles"
)
