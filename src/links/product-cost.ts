import { defineLink } from "@medusajs/framework/utils"
import ProductModule from "@medusajs/medusa/product"
import ProductCostModule from "../modules/product-cost"
import { askFor } from "./helpers/ask-for"

/** `product.product_cost`, on staff's routes: no store route allows the name. */
export default askFor(
  "ProductCosts",
  defineLink(
    { linkable: ProductModule.linkable.product, field: "id" },
    {
      ...ProductCostModule.linkable.productCost.id,
      primaryKey: "product_id",
    },
    { readOnly: true }
  )
)
