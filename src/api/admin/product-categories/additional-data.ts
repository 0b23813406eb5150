import { z } from "@medusajs/framework/zod"
import { categoryLimits } from "../../../modules/taxonomy/limits"

const profile = z
  .object({
    image: z
      .url({ protocol: /^https?$/, error: "must be a web address" })
      .max(categoryLimits.image)
      .nullable(),
    image_alt: z
      .string()
      .trim()
      .min(1)
      .max(categoryLimits.image_alt)
      .nullable()
      .describe("The picture in words."),
  })
  .partial()
  .strict()

/** What the category routes take as `additional_data`; a plugin adds its key here. */
export const categoryAdditionalData = z
  .object({ profile: profile.optional() })
  .strict()
