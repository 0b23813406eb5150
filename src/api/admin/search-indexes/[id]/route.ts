import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import type { z } from "@medusajs/framework/zod"
import { catalogueOf } from "../../../../workflows/search"
import type { searchIndexSchema } from "../view"

/** Core lists its indexes, deletes and rebuilds them; this is how one is. */
export const GET = async (
  req: MedusaRequest,
  res: MedusaResponse<z.infer<typeof searchIndexSchema>>
) => {
  const { id } = req.params
  const state = await catalogueOf(req.scope).indexState(id)
  if (!state) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      "There is no such search index."
    )
  }
  res.json({ search_index: state })
}
