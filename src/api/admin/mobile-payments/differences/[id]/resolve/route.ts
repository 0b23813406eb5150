import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { resolveDifferenceWorkflow } from "../../../../../../workflows/payment"
import { ledgerOf } from "../../../read"
import type { AdminResolveDifference } from "../../../validators"
import { differenceView } from "../../../view"

export const POST = async (
  req: AuthenticatedMedusaRequest<AdminResolveDifference>,
  res: MedusaResponse
) => {
  const { id } = req.params
  await resolveDifferenceWorkflow(req.scope).run({
    input: {
      id,
      resolution: req.validatedBody.resolution,
      actor: req.auth_context.actor_id,
    },
  })
  const row = await ledgerOf(req.scope).retrievePaymentDifference(id)
  res.json({
    difference: differenceView(row),
  })
}
