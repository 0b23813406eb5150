import { model } from "@medusajs/framework/utils"
import { profileLimits } from "../limits"

const texts = Object.entries(profileLimits).map(([column, limit]) => ({
  name: `CK_product_profile_${column}_length`,
  expression: `char_length("${column}") <= ${limit}`,
}))

const counts = [
  "low_stock_threshold",
  "view_count",
  "sold_count",
  "rating_count",
].map((column) => ({
  name: `CK_product_profile_${column}_not_negative`,
  expression: `"${column}" >= 0`,
}))

/**
 * What a product of Medusa lacks. Shoppers may see all of it; what only staff
 * may see is kept in another module (`product-cost`).
 */
export const ProductProfile = model
  .define(
    { name: "product_profile", tableName: "product_profile" },
    {
      id: model.id({ prefix: "pprof" }).primaryKey(),
      product_id: model.text().unique(),
      brand: model.text().nullable(),
      short_description: model.text().nullable(),
      meta_title: model.text().nullable(),
      /** The meta title in one spelling while it must be unique, else null. */
      meta_title_key: model.text().unique().nullable(),
      meta_description: model.text().nullable(),
      features: model.array().default([]),
      /** A list of `{ name, value }`, in the order staff gave it. */
      specifications: model.json().nullable(),
      has_warranty: model.boolean().default(false),
      warranty: model.text().nullable(),
      video_url: model.text().nullable(),
      featured: model.boolean().default(false),
      low_stock_threshold: model.number().nullable(),
      /** Fills the missing SKUs of variants. */
      sku_prefix: model.text().nullable(),
      /** Follows `variant_profile`, so that a list needs no further query. */
      inactive_variants: model.array().default([]),
      view_count: model.number().default(0),
      sold_count: model.number().default(0),
      rating_average: model.float().nullable(),
      rating_count: model.number().default(0),
      /** Which of the reviews' figures these are: a higher one is later. */
      rating_version: model.number().default(0),
    }
  )
  .checks([
    ...texts,
    ...counts,
    {
      name: "CK_product_profile_rating_average_range",
      expression: `"rating_average" between 1 and 5`,
    },
  ])
  .indexes([
    { on: ["brand"] },
    { on: ["featured"], where: "featured and deleted_at is null" },
    { on: ["sold_count"] },
    { on: ["rating_average"] },
  ])
