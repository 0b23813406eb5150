import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ledgerOf, withOrders } from "../read"
import type { AdminGetDifferencesParams } from "../validators"
import type { AdminDifferencesResponse } from "../view"

export const GET = async (
  req: MedusaRequest<unknown, AdminGetDifferencesParams>,
  res: MedusaResponse<AdminDifferencesResponse>
) => {
  const { limit, offset, kind, resolved } = req.validatedQuery
  const [rows, count] = await ledgerOf(
    req.scope
  ).listAndCountPaymentDifferences(
    {
      ...(kind ? { kind } : {}),
      ...(resolved
        ? { resolved_at: resolved === "true" ? { $ne: null } : null }
        : {}),
    },
    { order: { created_at: "DESC", id: "DESC" }, take: limit, skip: offset }
  )
  const differences = await withOrders(req.scope, rows)
  res.json({ differences, count, limit, offset })
}
