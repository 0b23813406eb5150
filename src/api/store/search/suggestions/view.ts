import { z } from "@medusajs/framework/zod"

export const suggestionsSchema = z.object({
  products: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      handle: z.string(),
      thumbnail: z.string().nullable(),
    })
  ),
  categories: z.array(
    z.object({ id: z.string(), handle: z.string(), name: z.string() })
  ),
  brands: z.array(z.object({ name: z.string() })),
})

export type SuggestionsView = z.infer<typeof suggestionsSchema>
