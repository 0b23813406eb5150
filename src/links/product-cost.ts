import ProductModule from "@medusajs/medusa/product"
import ProductProfileModule from "../modules/product-profile"
import { readOnlyLink } from "./helpers/read-only-link"

/** `product.product_cost`, on staff's routes: no store route allows the name. */
export default readOnlyLink(
  { linkable: ProductModule.linkable.product, field: "id" },
  {
    ...ProductProfileModule.linkable.productCost.id,
    primaryKey: "id",
  },
  "ProductCosts"
)
