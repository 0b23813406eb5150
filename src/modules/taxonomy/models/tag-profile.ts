import { model } from "@medusajs/framework/utils"
import { tagLimits } from "../limits"

/** What a tag of Medusa lacks; shoppers may see all of it. */
export const TagProfile = model
  .define(
    { name: "tag_profile", tableName: "tag_profile" },
    {
      id: model.id({ prefix: "tprof" }).primaryKey(),
      tag_id: model.text().unique(),
      /** What addresses call it; it stays when the tag is renamed. */
      slug: model.text().unique(),
      description: model.text().nullable(),
      /** Its place in lists; those in one place go by name. */
      rank: model.number().default(0),
      is_visible: model.boolean().default(true),
    }
  )
  .checks([
    {
      name: "CK_tag_profile_slug",
      expression: `"slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'`,
    },
    ...Object.entries(tagLimits).map(([column, limit]) => ({
      name: `CK_tag_profile_${column}_length`,
      expression: `char_length("${column}") <= ${limit}`,
    })),
    { name: "CK_tag_profile_rank_not_negative", expression: `"rank" >= 0` },
  ])
  .indexes([{ on: ["rank"] }])
