import { model } from "@medusajs/framework/utils"

/** What a variant of Medusa lacks. A variant without a row is active. */
export const VariantProfile = model.define(
  { name: "variant_profile", tableName: "variant_profile" },
  {
    id: model.id({ prefix: "vprof" }).primaryKey(),
    variant_id: model.text().unique(),
    product_id: model.text().index(),
    /** An inactive variant is neither shown nor sold. */
    active: model.boolean().default(true),
  }
)
