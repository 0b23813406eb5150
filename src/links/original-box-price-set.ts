import { defineLink } from "@medusajs/framework/utils"
import PricingModule from "@medusajs/medusa/pricing"
import OriginalBoxModule from "../modules/original-box"

/** `original_box.price_set`, with all prices and price lists of Medusa's. */
export default defineLink(
  {
    linkable: OriginalBoxModule.linkable.originalBox,
    field: "price_set_id",
  },
  PricingModule.linkable.priceSet,
  { readOnly: true }
)
