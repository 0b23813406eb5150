import type { MedusaContainer } from "@medusajs/framework/types"
import { ledgerOf, readMobilePayments } from "../../../mobile-payments/read"
import {
  asWritten,
  type AdminOrderMobilePaymentResponse,
  differenceView,
  entrySchema,
} from "../../../mobile-payments/view"

/** The whole story of an order's mobile payment; null when it has none. */
export async function readOrderStory(
  container: MedusaContainer,
  orderId: string
): Promise<AdminOrderMobilePaymentResponse> {
  const [[payment]] = await readMobilePayments(
    container,
    { order_id: orderId },
    { take: 1, skip: 0 }
  )
  if (!payment) {
    return { mobile_payment: null }
  }
  const ledger = ledgerOf(container)
  const attempts = payment.attempts.map(({ id }) => id)
  const [entries, differences] = await Promise.all([
    ledger.listLedgerEntries(
      { awaited_id: payment.id },
      { order: { created_at: "ASC", id: "ASC" }, take: 500 }
    ),
    ledger.listPaymentDifferences({
      $or: [{ order_id: orderId }, { attempt_id: attempts }],
    }),
  ])
  return {
    mobile_payment: {
      ...payment,
      entries: entries.map((entry) => entrySchema.parse(asWritten(entry))),
      differences: differences.map(differenceView),
    },
  }
}
