import { model } from "@medusajs/framework/utils"

/** What the shop itself pays for a product; for staff alone. */
export const ProductCost = model
  .define(
    { name: "product_cost", tableName: "product_cost" },
    {
      /**
       * The product's own. Medusa 2.21 reads two models of one module in one
       * go when they are found by the same column, and mixes them up.
       */
      id: model.id().primaryKey(),
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
