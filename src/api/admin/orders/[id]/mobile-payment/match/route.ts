import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { matchReceiptWorkflow } from "../../../../../../workflows/payment"
import type { AdminOrderMobilePaymentResponse } from "../../../../mobile-payments/view"
import type { AdminMatchReceipt } from "../validators"
import { readOrderStory } from "../view"

export const POST = async (
  req: AuthenticatedMedusaRequest<AdminMatchReceipt>,
  res: MedusaResponse<AdminOrderMobilePaymentResponse>
) => {
  await matchReceiptWorkflow(req.scope).run({
    input: {
      order_id: req.params.id,
      ...req.validatedBody,
      actor: req.auth_context.actor_id,
    },
  })
  res.json(await readOrderStory(req.scope, req.params.id))
}
