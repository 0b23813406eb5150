import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { HttpTypes } from "@medusajs/framework/types"
import { createProductCategoriesWorkflow } from "@medusajs/medusa/core-flows"
import { carriedData } from "../carried-data"
import { readCategory } from "./read"

/** In core's place, which loses `additional_data` on its way. */
export const POST = async (
  req: MedusaRequest<HttpTypes.AdminCreateProductCategory>,
  res: MedusaResponse<HttpTypes.AdminProductCategoryResponse>
) => {
  const { result } = await createProductCategoriesWorkflow(req.scope).run({
    input: {
      product_categories: [req.validatedBody],
      additional_data: carriedData(req),
    },
  })
  res.json({ product_category: await readCategory(req, result[0].id) })
}
