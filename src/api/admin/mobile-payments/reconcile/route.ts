import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { reconcileNowWorkflow } from "../../../../workflows/payment"

export const POST = async (req: MedusaRequest, res: MedusaResponse) => {
  await reconcileNowWorkflow(req.scope).run({ input: {} })
  res.json({ reconciled: true })
}
