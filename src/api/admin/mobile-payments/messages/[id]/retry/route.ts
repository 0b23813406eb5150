import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { retryMessageWorkflow } from "../../../../../../workflows/payment"
import { ledgerOf } from "../../../read"
import { asWritten, messageSchema } from "../../../view"

export const POST = async (req: MedusaRequest, res: MedusaResponse) => {
  const { id } = req.params
  await retryMessageWorkflow(req.scope).run({ input: { id } })
  const row = await ledgerOf(req.scope).retrieveProviderEvent(id)
  res.json({ message: messageSchema.parse(asWritten(row)) })
}
