import {
  beginReceiveReturnWorkflow,
  confirmReturnReceiveWorkflow,
  createAndCompleteReturnOrderWorkflow,
  receiveItemReturnRequestWorkflow,
  refundPaymentWorkflow,
} from "@medusajs/medusa/core-flows"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { OrderFacts } from "./facts"
import type { OrderPlan } from "./plan"
import { readFacts } from "./facts"
import type { Surroundings } from "./surroundings"

/** Everything comes back to the warehouse and into stock. */
export async function returnOrder(
  container: MedusaContainer,
  plan: OrderPlan,
  facts: OrderFacts,
  surroundings: Surroundings
) {
  const [existing] = facts.returns
  if (existing?.status === "received") {
    return
  }
  const items = facts.items.map(({ id, quantity }) => ({ id, quantity }))
  const returnId =
    existing?.id ?? (await requestReturn(container, plan, facts, surroundings))
  await beginReceiveReturnWorkflow(container).run({
    input: { return_id: returnId },
  })
  await receiveItemReturnRequestWorkflow(container).run({
    input: { return_id: returnId, items },
  })
  await confirmReturnReceiveWorkflow(container).run({
    input: { return_id: returnId },
  })
}

async function requestReturn(
  container: MedusaContainer,
  plan: OrderPlan,
  facts: OrderFacts,
  { locations, shipping, returnReasonId }: Surroundings
) {
  const { result } = await createAndCompleteReturnOrderWorkflow(container).run({
    input: {
      order_id: facts.id,
      items: facts.items.map(({ id, quantity }) => ({
        id,
        quantity,
        reason_id: returnReasonId,
      })),
      return_shipping: { option_id: shipping[plan.market].return, price: 0 },
      location_id: locations[plan.market],
      receive_now: false,
    },
  })
  return result.id
}

/** All of the money, or about a third of it as a goodwill. */
export async function refundOrder(
  container: MedusaContainer,
  plan: OrderPlan,
  facts: OrderFacts,
  { refundReasonId }: Surroundings
) {
  const { payment_collections } = await readFacts(container, facts.id)
  const [payment] = payment_collections.flatMap(({ payments }) => payments)
  if (payment.refunds.length) {
    return
  }
  await refundPaymentWorkflow(container).run({
    input: {
      payment_id: payment.id,
      amount:
        plan.state === "partly-refunded"
          ? Math.round(payment.amount / 3)
          : payment.amount,
      refund_reason_id: refundReasonId,
    },
  })
}
