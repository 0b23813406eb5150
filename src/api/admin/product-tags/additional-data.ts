import { z } from "@medusajs/framework/zod"
import { SLUG } from "../../../lib/slug"
import { RANK_MAX, tagLimits } from "../../../modules/taxonomy/limits"

const profile = z
  .object({
    slug: z
      .string()
      .max(tagLimits.slug)
      .regex(
        SLUG,
        "must be lower-case letters a to z, digits and single hyphens between them"
      )
      .nullable()
      .describe("null makes one of the name."),
    description: z.string().trim().min(1).max(tagLimits.description).nullable(),
    rank: z
      .int("must be a whole number")
      .min(0)
      .max(RANK_MAX)
      .describe("Its place in lists."),
    is_visible: z
      .boolean()
      .describe("A tag that is not visible is not found by shoppers."),
  })
  .partial()
  .strict()

/** What the tag routes take as `additional_data`; a plugin adds its key here. */
export const tagAdditionalData = z
  .object({ profile: profile.optional() })
  .strict()
