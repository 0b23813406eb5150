import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ledgerOf } from "../read"
import type { AdminGetMessagesParams } from "../validators"
import { asWritten, type AdminMessagesResponse, messageSchema } from "../view"

export const GET = async (
  req: MedusaRequest<unknown, AdminGetMessagesParams>,
  res: MedusaResponse<AdminMessagesResponse>
) => {
  const { limit, offset, state } = req.validatedQuery
  const [rows, count] = await ledgerOf(req.scope).listAndCountProviderEvents(
    state ? { state } : {},
    { order: { created_at: "DESC", id: "DESC" }, take: limit, skip: offset }
  )
  const messages = rows.map((row) => messageSchema.parse(asWritten(row)))
  res.json({ messages, count, limit, offset })
}
