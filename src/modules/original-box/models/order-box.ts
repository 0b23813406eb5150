import { model } from "@medusajs/framework/utils"

/** A line of an order that is the box of another line. */
export const OrderBox = model
  .define(
    { name: "order_box", tableName: "original_box_order_line" },
    {
      id: model.id({ prefix: "ordbox" }).primaryKey(),
      order_id: model.text(),
      watch_line_id: model.text().unique(),
      box_line_id: model.text().unique(),
      /** What is reserved and taken back; the offer may be gone by then. */
      inventory_item_id: model.text().nullable(),
      /** How many that came back are in stock again. */
      restocked: model.number().default(0),
    }
  )
  .indexes([{ on: ["order_id"] }])
