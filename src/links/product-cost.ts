import ProductModule from "@medusajs/medusa/product"
import ProductCostModule from "../modules/product-cost"
import { readOnlyLink } from "./helpers/read-only-link"

/** `product.product_cost`, on staff's routes: no store route allows the name. */
export default readOnlyLink(
  { linkable: ProductModule.linkable.product, field: "id" },
  {
    ...ProductCostModule.linkable.productCost.id,
    primaryKey: "product_id",
  },
  "ProductCosts"
)
