import { model } from "@medusajs/framework/utils"

/** What the shop itself pays for a product; for staff alone. */
export const ProductCost = model
  .define(
    { name: "product_cost", tableName: "product_cost" },
    {
      id: model.id({ prefix: "pcost" }).primaryKey(),
      product_id: model.text().unique(),
      amount: model.bigNumber(),
      currency_code: model.text(),
    }
  )
  .checks([
    {
      name: "CK_product_cost_amount_not_negative",
      expression: `"amount" >= 0`,
    },
  ])
