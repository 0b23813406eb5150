/**
 * One at a time changes how an order is to be paid, or takes cash for it. The
 * row of the wait decides; the lease only makes the second find the first.
 */
export const paymentLease = (order_id: string) => `payment:${order_id}`
