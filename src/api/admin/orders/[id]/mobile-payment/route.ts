import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminOrderMobilePaymentResponse } from "../../../mobile-payments/view"
import { readOrderStory } from "./view"

export const GET = async (
  req: MedusaRequest,
  res: MedusaResponse<AdminOrderMobilePaymentResponse>
) => {
  res.json(await readOrderStory(req.scope, req.params.id))
}
