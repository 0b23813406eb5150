import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { reconcileNowWorkflow } from "../../../../workflows/payment"
import { ledgerOf } from "../read"
import { reconciledView } from "./report"
import type { AdminReconciledResponse } from "./view"

export const POST = async (
  req: MedusaRequest,
  res: MedusaResponse<AdminReconciledResponse>
) => {
  const count = async (filters: object) => {
    const [, found] = await ledgerOf(req.scope).listAndCountPaymentDifferences(
      filters,
      { take: 1, select: ["id"] }
    )
    return found
  }
  const before = await count({})
  const { result } = await reconcileNowWorkflow(req.scope).run({ input: {} })
  const [after, open] = await Promise.all([
    count({}),
    count({ resolved_at: null }),
  ])
  res.json(reconciledView(result, { new: after - before, open }))
}
