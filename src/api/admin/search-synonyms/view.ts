import { z } from "@medusajs/framework/zod"

export const searchSynonymSchema = z.object({
  id: z.string(),
  terms: z.array(z.string()),
})

export type SearchSynonymView = z.infer<typeof searchSynonymSchema>

export const searchSynonymAnswerSchema = z.object({
  search_synonym: searchSynonymSchema,
})

export const searchSynonymsSchema = z.object({
  search_synonyms: z.array(searchSynonymSchema),
  count: z.number(),
  offset: z.number(),
  limit: z.number(),
})

export const searchSynonymView = ({
  id,
  terms,
}: SearchSynonymView): SearchSynonymView => ({ id, terms })
