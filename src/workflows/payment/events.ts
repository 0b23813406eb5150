/** What others may listen to. Each carries ids only; read what you need. */
export const MobileMoneyEvents = {
  /** A phone was asked, or could not be: `{ id, order_id, state }`. */
  ASKED: "payment-attempt.asked",
  /** A phone did not pay: `{ id, order_id, reason }`. */
  FAILED: "payment-attempt.failed",
  /** The order has its money: `{ id, method, attempt_id }`; at least once. */
  SETTLED: "order.payment_settled",
  /** The shopper chose another way of paying: `{ id, from, to }`. */
  METHOD_CHANGED: "order.payment_method_changed",
  /** The time was over, the order is cancelled: `{ id }`; at least once. */
  EXPIRED: "order.payment_expired",
  /** Money is back with the shopper: `{ id, order_id }`. */
  RETURNED: "money-return.done",
  /** Money could not be given back; staff must act: `{ id, order_id }`. */
  RETURN_FAILED: "money-return.failed",
} as const
