import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { setProductStockWorkflow } from "../../../../../workflows/product"
import type {
  AdminProductStockBody,
  AdminProductStockResponse,
} from "./validators"

export const POST = async (
  req: MedusaRequest<AdminProductStockBody>,
  res: MedusaResponse<AdminProductStockResponse>
) => {
  const { result: stock } = await setProductStockWorkflow(req.scope).run({
    input: { product_id: req.params.id, ...req.validatedBody },
  })
  res.json({ stock })
}
