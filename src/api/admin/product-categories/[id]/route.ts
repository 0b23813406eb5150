import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { HttpTypes } from "@medusajs/framework/types"
import { updateCategoryWorkflow } from "../../../../workflows/taxonomy"
import { carriedData } from "../../carried-data"
import { readCategory } from "../read"

/** In core's place, with `additional_data`; what fails gives back its place. */
export const POST = async (
  req: MedusaRequest<HttpTypes.AdminUpdateProductCategory>,
  res: MedusaResponse<HttpTypes.AdminProductCategoryResponse>
) => {
  const { id } = req.params
  await updateCategoryWorkflow(req.scope).run({
    input: {
      id,
      update: req.validatedBody,
      additional_data: carriedData(req),
    },
  })
  res.json({ product_category: await readCategory(req, id) })
}
