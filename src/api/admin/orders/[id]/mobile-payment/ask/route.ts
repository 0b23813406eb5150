import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { askPhoneOfOrderWorkflow } from "../../../../../../workflows/payment"
import type { AdminOrderMobilePaymentResponse } from "../../../../mobile-payments/view"
import type { AdminAskPhone } from "../validators"
import { readOrderStory } from "../view"

export const POST = async (
  req: AuthenticatedMedusaRequest<AdminAskPhone>,
  res: MedusaResponse<AdminOrderMobilePaymentResponse>
) => {
  await askPhoneOfOrderWorkflow(req.scope).run({
    input: {
      order_id: req.params.id,
      phone: req.validatedBody.phone,
      started_by: req.auth_context.actor_id,
    },
  })
  res.json(await readOrderStory(req.scope, req.params.id))
}
