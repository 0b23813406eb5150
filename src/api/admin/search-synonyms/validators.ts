import { z } from "@medusajs/framework/zod"
import { settings } from "../../../settings"

const term = z.string().trim().min(1).max(50)

export const AdminGetSearchSynonymsParams = z
  .object({
    limit: z.coerce
      .number()
      .int()
      .min(1)
      .max(settings.PAGE_SIZE_MAX)
      .default(20),
    offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
  })
  .strict()

export const AdminPostSearchSynonym = z
  .object({
    terms: z
      .array(term)
      .min(2)
      .max(20)
      .describe("Words or phrases that mean the same."),
  })
  .strict()

export type AdminGetSearchSynonymsParams = z.infer<
  typeof AdminGetSearchSynonymsParams
>
export type AdminPostSearchSynonym = z.infer<typeof AdminPostSearchSynonym>
