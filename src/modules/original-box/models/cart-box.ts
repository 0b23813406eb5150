import { model } from "@medusajs/framework/utils"

/** A line of a cart that is the box of another line. */
export const CartBox = model
  .define(
    { name: "cart_box", tableName: "original_box_cart_line" },
    {
      id: model.id({ prefix: "cartbox" }).primaryKey(),
      cart_id: model.text(),
      watch_line_id: model.text().unique(),
      box_line_id: model.text().unique(),
      /** A price in another currency is no change to tell of. */
      currency_code: model.text(),
    }
  )
  .indexes([{ on: ["cart_id"] }])
