import ProductModule from "@medusajs/medusa/product"
import ProductProfileModule from "../modules/product-profile"
import { readOnlyLink } from "./helpers/read-only-link"

/** `product.product_profile`: found by its product's id, so no table between. */
export default readOnlyLink(
  { linkable: ProductModule.linkable.product, field: "id" },
  {
    ...ProductProfileModule.linkable.productProfile.id,
    primaryKey: "product_id",
  },
  "ProductProfiles"
)
