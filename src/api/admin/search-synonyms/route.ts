import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { z } from "@medusajs/framework/zod"
import {
  createSearchSynonymWorkflow,
  synonymsOf,
} from "../../../workflows/search"
import type {
  AdminGetSearchSynonymsParams,
  AdminPostSearchSynonym,
} from "./validators"
import {
  type searchSynonymAnswerSchema,
  type searchSynonymsSchema,
  searchSynonymView,
} from "./view"

export const GET = async (
  req: MedusaRequest<unknown, AdminGetSearchSynonymsParams>,
  res: MedusaResponse<z.infer<typeof searchSynonymsSchema>>
) => {
  const { limit, offset } = req.validatedQuery as AdminGetSearchSynonymsParams
  const [rows, count] = await synonymsOf(req.scope).listAndCountSearchSynonyms(
    {},
    { take: limit, skip: offset, order: { id: "DESC" } }
  )
  res.json({
    search_synonyms: rows.map(searchSynonymView),
    ...{ count, offset, limit },
  })
}

export const POST = async (
  req: MedusaRequest<AdminPostSearchSynonym>,
  res: MedusaResponse<z.infer<typeof searchSynonymAnswerSchema>>
) => {
  const { result } = await createSearchSynonymWorkflow(req.scope).run({
    input: req.validatedBody,
  })
  const made = await synonymsOf(req.scope).retrieveSearchSynonym(result.id)
  res.status(201).json({ search_synonym: searchSynonymView(made) })
}
