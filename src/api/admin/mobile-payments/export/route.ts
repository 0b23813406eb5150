import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { csvLine } from "../../../../lib/csv"
import { filtersOf, readMobilePayments } from "../read"
import type { AdminExportMobilePaymentsParams } from "../validators"

const COLUMNS = [
  "order",
  "created_at",
  "method",
  "state",
  "amount",
  "currency",
  "receipt",
  "attempts",
  "last_reason",
  "returned",
]

const PAGE = 500

/** Sent page by page, so a year of payments needs no more memory than a day. */
export const GET = async (
  req: MedusaRequest<unknown, AdminExportMobilePaymentsParams>,
  res: MedusaResponse
) => {
  const filters = await filtersOf(req.scope, req.validatedQuery)
  res.setHeader("Content-Type", "text/csv; charset=utf-8")
  res.setHeader(
    "Content-Disposition",
    'attachment; filename="mobile-payments.csv"'
  )
  // A spreadsheet takes it for UTF-8 only with this mark.
  res.write(`\uFEFF${csvLine(COLUMNS)}`)
  for (let skip = 0; ; skip += PAGE) {
    const [rows] = await readMobilePayments(req.scope, filters, {
      take: PAGE,
      skip,
    })
    for (const row of rows) {
      const last = row.attempts.at(-1)
      res.write(
        csvLine([
          row.display_id,
          new Date(row.created_at).toISOString(),
          row.driver,
          row.state,
          row.amount,
          row.currency_code.toUpperCase(),
          row.attempts.find(({ receipt }) => receipt)?.receipt,
          row.attempts.length,
          last?.reason,
          row.returns
            .filter(({ state }) => state === "done")
            .reduce((sum, { amount }) => sum + amount, 0),
        ])
      )
    }
    if (rows.length < PAGE) {
      break
    }
  }
  res.end()
}
