import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { filtersOf, readMobilePayments } from "./read"
import type { AdminGetMobilePaymentsParams } from "./validators"
import type { AdminMobilePaymentsResponse } from "./view"

export const GET = async (
  req: MedusaRequest<unknown, AdminGetMobilePaymentsParams>,
  res: MedusaResponse<AdminMobilePaymentsResponse>
) => {
  const { limit, offset, ...query } = req.validatedQuery
  const [mobile_payments, count] = await readMobilePayments(
    req.scope,
    await filtersOf(req.scope, query),
    { take: limit, skip: offset }
  )
  res.json({ mobile_payments, count, limit, offset })
}
