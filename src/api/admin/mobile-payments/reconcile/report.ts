import type { ReconcileRun } from "../../../../workflows/payment"
import type { AdminReconciledResponse } from "./view"

type Differences = AdminReconciledResponse["differences"]

export function reconciledView(
  run: ReconcileRun,
  differences: Differences
): AdminReconciledResponse {
  const payments = [
    run.expected,
    run.asked,
    run.resumed,
    run.checked,
    run.expired,
  ]
  const each = [run.compared.orders, ...payments]
  return {
    reconciled: true,
    looked_at: {
      messages: run.messages.done,
      payments: payments.reduce((sum, { done }) => sum + done, 0),
      orders: run.compared.orders.done,
      returns: run.sent + run.overdue + run.booked,
    },
    left: each.reduce((sum, { failed }) => sum + failed, 0),
    unread_books: run.compared.failed,
    differences,
  }
}
