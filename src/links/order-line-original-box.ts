import { defineLink } from "@medusajs/framework/utils"
import OrderModule from "@medusajs/medusa/order"
import OriginalBoxModule from "../modules/original-box"

/** `order.items.order_box`: whose box a line is, for invoices and returns. */
export default defineLink(
  { linkable: OrderModule.linkable.orderLineItem, field: "id" },
  {
    ...OriginalBoxModule.linkable.orderBox.id,
    primaryKey: "box_line_id",
  },
  { readOnly: true }
)
