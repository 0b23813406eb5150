import type { WorkflowData } from "@medusajs/framework/workflows-sdk"
import type { CheckoutPlan, WrittenOrder } from "./types"
import { placeComposedOrderWorkflow } from "./workflows/place-composed-order"

/**
 * Turns a plan into a committed order with its reservations. Whoever writes
 * one promises what the checkout around it relies on:
 *
 * - when it returns an order, that order, its reservations and its pending
 *   payment are committed, and no provider that is paid after the order has
 *   been spoken to;
 * - when it fails, or is compensated later, nothing of it is left; addresses,
 *   metadata and person of a cart that was sent are put back by the checkout;
 * - a cart never becomes two orders;
 * - `completeCartWorkflow.hooks.validate` was obeyed.
 */
export interface OrderWriter {
  name: string
  /** Composes the writer into the checkout; runs nothing by itself. */
  write(plan: WorkflowData<CheckoutPlan>): WorkflowData<WrittenOrder>
}

const composed: OrderWriter = {
  name: "composed",
  write: (plan) => placeComposedOrderWorkflow.runAsStep({ input: plan }),
}

/** The writer the checkout is composed with. */
export const orderWriter: OrderWriter = composed
