import { model } from "@medusajs/framework/utils"

/**
 * How often each rating was given to a product, approved reviews only. It is
 * written in the transaction of the review that changes it, under the lock of
 * this row.
 */
export const ReviewSummary = model
  .define("review_summary", {
    id: model.id({ prefix: "revsum" }).primaryKey(),
    product_id: model.text().unique(),
    count_1: model.number().default(0),
    count_2: model.number().default(0),
    count_3: model.number().default(0),
    count_4: model.number().default(0),
    count_5: model.number().default(0),
    rating_count: model.number().default(0),
    /** Rounded to two places; 0 while there is no review. */
    rating_average: model.float().default(0),
    /** Goes up with every change of the figures. */
    version: model.number().default(0),
    /** The version that was last handed on to whoever keeps a copy. */
    copied_version: model.number().default(0),
  })
  .indexes([
    {
      name: "IDX_review_summary_uncopied",
      on: ["product_id"],
      where: "copied_version < version",
    },
  ])
