import { model } from "@medusajs/framework/utils"

/** What a customer looked at, and when for the last time. */
export const RecentView = model
  .define(
    { name: "recent_view", tableName: "recent_view" },
    {
      id: model.id({ prefix: "rview" }).primaryKey(),
      customer_id: model.text(),
      product_id: model.text(),
      viewed_at: model.dateTime(),
    }
  )
  .indexes([{ on: ["customer_id", "product_id"], unique: true }])
