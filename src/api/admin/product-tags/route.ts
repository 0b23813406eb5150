import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { HttpTypes } from "@medusajs/framework/types"
import { createProductTagsWorkflow } from "@medusajs/medusa/core-flows"
import { carriedData } from "../carried-data"
import { readTag } from "./read"

/** In core's place, with `additional_data`. */
export const POST = async (
  req: MedusaRequest<HttpTypes.AdminCreateProductTag>,
  res: MedusaResponse<HttpTypes.AdminProductTagResponse>
) => {
  const { result } = await createProductTagsWorkflow(req.scope).run({
    input: {
      product_tags: [req.validatedBody],
      additional_data: carriedData(req),
    },
  })
  res.json({ product_tag: await readTag(req, result[0].id) })
}
