import { model } from "@medusajs/framework/utils"
import { categoryLimits } from "../limits"

/** What a category of Medusa lacks; shoppers may see all of it. */
export const CategoryProfile = model
  .define(
    { name: "category_profile", tableName: "category_profile" },
    {
      id: model.id({ prefix: "cprof" }).primaryKey(),
      category_id: model.text().unique(),
      /** The address of its picture. */
      image: model.text().nullable(),
      /** The picture in words, for those who do not see it. */
      image_alt: model.text().nullable(),
    }
  )
  .checks(
    Object.entries(categoryLimits).map(([column, limit]) => ({
      name: `CK_category_profile_${column}_length`,
      expression: `char_length("${column}") <= ${limit}`,
    }))
  )
