import { model } from "@medusajs/framework/utils"

/**
 * That a product may be bought with its original box. What the box costs is a
 * price set of the Pricing module; pieces are counted only where there is an
 * inventory item.
 */
export const OriginalBox = model.define("original_box", {
  id: model.id({ prefix: "obox" }).primaryKey(),
  product_id: model.text().unique(),
  offered: model.boolean().default(true),
  price_set_id: model.text(),
  inventory_item_id: model.text().nullable(),
})
