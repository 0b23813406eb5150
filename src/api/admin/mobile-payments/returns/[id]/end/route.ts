import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { endReturnWorkflow } from "../../../../../../workflows/payment"
import { ledgerOf } from "../../../read"
import type { AdminEndReturn } from "../../../validators"
import { asWritten, returnSchema } from "../../../view"

export const POST = async (
  req: AuthenticatedMedusaRequest<AdminEndReturn>,
  res: MedusaResponse
) => {
  const { id } = req.params
  await endReturnWorkflow(req.scope).run({
    input: { id, ...req.validatedBody, actor: req.auth_context.actor_id },
  })
  const row = await ledgerOf(req.scope).retrieveMoneyReturn(id)
  res.json({
    money_return: returnSchema.parse({
      ...asWritten(row),
      amount: Number(row.amount),
    }),
  })
}
