import { z } from "@medusajs/framework/zod"

export const StoreGetSuggestionsParams = z
  .object({
    q: z.string().trim().min(1).max(100).describe("What was typed so far."),
  })
  .strict()

export type StoreGetSuggestionsParams = z.infer<
  typeof StoreGetSuggestionsParams
>
