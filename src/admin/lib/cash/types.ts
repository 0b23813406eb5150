import type { AdminOrderCashResponse } from "../../../api/admin/orders/[id]/cash/query-config"

export type OrderCash = AdminOrderCashResponse
export type Cash = NonNullable<OrderCash["cash_collection"]>

/** What of an order is needed to know what its shopper owes. */
export type CashOrder = {
  id: string
  status: string
  total: number
  currency_code: string
}
