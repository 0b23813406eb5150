import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { checkOrderPaymentWorkflow } from "../../../../../../workflows/payment"
import type { AdminOrderMobilePaymentResponse } from "../../../../mobile-payments/view"
import { readOrderStory } from "../view"

export const POST = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminOrderMobilePaymentResponse>
) => {
  await checkOrderPaymentWorkflow(req.scope).run({
    input: { order_id: req.params.id, actor: req.auth_context.actor_id },
  })
  res.json(await readOrderStory(req.scope, req.params.id))
}
