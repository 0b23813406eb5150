import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { HttpTypes } from "@medusajs/framework/types"
import { updateProductTagsWorkflow } from "@medusajs/medusa/core-flows"
import { carriedData } from "../../carried-data"
import { readTag } from "../read"

/** In core's place, with `additional_data`. */
export const POST = async (
  req: MedusaRequest<HttpTypes.AdminUpdateProductTag>,
  res: MedusaResponse<HttpTypes.AdminProductTagResponse>
) => {
  const { id } = req.params
  await readTag(req, id)
  await updateProductTagsWorkflow(req.scope).run({
    input: {
      selector: { id },
      update: req.validatedBody,
      additional_data: carriedData(req),
    },
  })
  res.json({ product_tag: await readTag(req, id) })
}
