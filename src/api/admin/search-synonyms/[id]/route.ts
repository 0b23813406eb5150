import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { z } from "@medusajs/framework/zod"
import {
  deleteSearchSynonymWorkflow,
  synonymsOf,
  updateSearchSynonymWorkflow,
} from "../../../../workflows/search"
import type { AdminPostSearchSynonym } from "../validators"
import { type searchSynonymAnswerSchema, searchSynonymView } from "../view"

export const POST = async (
  req: MedusaRequest<AdminPostSearchSynonym>,
  res: MedusaResponse<z.infer<typeof searchSynonymAnswerSchema>>
) => {
  const { id } = req.params
  await updateSearchSynonymWorkflow(req.scope).run({
    input: { id, ...req.validatedBody },
  })
  const changed = await synonymsOf(req.scope).retrieveSearchSynonym(id)
  res.json({ search_synonym: searchSynonymView(changed) })
}

export const DELETE = async (req: MedusaRequest, res: MedusaResponse) => {
  const { id } = req.params
  await deleteSearchSynonymWorkflow(req.scope).run({ input: { id } })
  res.json({ id, object: "search_synonym", deleted: true })
}
