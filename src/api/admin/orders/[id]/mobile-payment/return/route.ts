import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { returnOrderMoneyWorkflow } from "../../../../../../workflows/payment"
import type { AdminOrderMobilePaymentResponse } from "../../../../mobile-payments/view"
import type { AdminReturnMoney } from "../validators"
import { readOrderStory } from "../view"

export const POST = async (
  req: AuthenticatedMedusaRequest<AdminReturnMoney>,
  res: MedusaResponse<AdminOrderMobilePaymentResponse>
) => {
  await returnOrderMoneyWorkflow(req.scope).run({
    input: {
      order_id: req.params.id,
      ...req.validatedBody,
      actor: req.auth_context.actor_id,
    },
  })
  res.json(await readOrderStory(req.scope, req.params.id))
}
