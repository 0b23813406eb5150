import {
  cancelOrderWorkflow,
  createOrderFulfillmentWorkflow,
  createOrderShipmentWorkflow,
  createOrUpdateOrderPaymentCollectionWorkflow,
  createReservationsWorkflow,
  createShipmentWorkflow,
  markOrderFulfillmentAsDeliveredWorkflow,
  markPaymentCollectionAsPaid,
} from "@medusajs/medusa/core-flows"
import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { killPoint } from "../../../lib/kill-point"
import { type OrderFacts, readFacts } from "./facts"
import { endHalfOf, lacks, withStrayFulfilment } from "./half-done"
import { labelOf } from "./import/import-batch"
import { dropOpenChanges } from "./open-changes"
import type { OrderPlan, OrderState } from "./plan"
import { refundOrder, returnOrder } from "./returns"
import type { Surroundings } from "./surroundings"

export type Step = (
  container: MedusaContainer,
  plan: OrderPlan,
  facts: OrderFacts,
  surroundings: Surroundings
) => Promise<void>

/** Each looks first whether it was done: a run may have stopped anywhere. */
const reserve: Step = async (container, plan, facts, surroundings) => {
  const held = await container
    .resolve(Modules.INVENTORY)
    .listReservationItems({ line_item_id: facts.items.map(({ id }) => id) })
  if (held.length || facts.fulfillments.length || facts.status === "canceled") {
    return
  }
  await createReservationsWorkflow(container).run({
    input: {
      reservations: facts.items.map(({ id, quantity, variant_sku }) => ({
        line_item_id: id,
        inventory_item_id:
          surroundings.variants.get(variant_sku)?.inventoryItemId ?? "",
        location_id: surroundings.locations[plan.market],
        quantity,
      })),
    },
  })
}

const paymentOf = ({ payment_collections }: OrderFacts) =>
  payment_collections.flatMap(({ payments }) => payments)[0]

const pay: Step = async (container, _plan, facts) => {
  if (paymentOf(facts)?.captures.length || facts.status === "canceled") {
    return
  }
  const { result } = await createOrUpdateOrderPaymentCollectionWorkflow(
    container
  ).run({ input: { order_id: facts.id } })
  await markPaymentCollectionAsPaid(container).run({
    input: { order_id: facts.id, payment_collection_id: result[0].id },
  })
}

const fulfil: Step = async (container, plan, facts, { locations }) => {
  const [made] = facts.fulfillments
  if (await endHalfOf(container, "fulfilled", facts, made)) {
    return
  }
  const { result } = await createOrderFulfillmentWorkflow(container).run({
    input: {
      order_id: facts.id,
      items: facts.items.map(({ id, quantity }) => ({ id, quantity })),
      location_id: locations[plan.market],
      no_notification: true,
    },
  })
  facts.fulfillments.push({
    id: result.id,
    shipped_at: null,
    delivered_at: null,
    canceled_at: null,
  })
}

const ship: Step = async (container, plan, facts) => {
  const [{ id, shipped_at }] = facts.fulfillments
  if (await endHalfOf(container, "shipped", facts, shipped_at)) {
    return
  }
  if (lacks(facts, "shipped").length === 0) {
    await createShipmentWorkflow(container).run({
      input: { id, labels: [labelOf(plan)] },
    })
    return
  }
  await createOrderShipmentWorkflow(container).run({
    input: {
      order_id: facts.id,
      fulfillment_id: id,
      items: facts.items.map((item) => ({
        id: item.id,
        quantity: item.quantity,
      })),
      labels: [labelOf(plan)],
      no_notification: true,
    },
  })
}

const deliver: Step = async (container, _plan, facts) => {
  const [{ id, delivered_at }] = facts.fulfillments
  if (!(await endHalfOf(container, "delivered", facts, delivered_at))) {
    await markOrderFulfillmentAsDeliveredWorkflow(container).run({
      input: { orderId: facts.id, fulfillmentId: id },
    })
  }
}

const cancel: Step = async (container, _plan, facts) => {
  if (facts.status !== "canceled") {
    await cancelOrderWorkflow(container).run({
      input: { order_id: facts.id, no_notification: true },
    })
  }
}

const delivered = [reserve, pay, fulfil, ship, deliver]

const ways: Record<OrderState, readonly Step[]> = {
  pending: [reserve],
  paid: [reserve, pay],
  fulfilled: [reserve, pay, fulfil],
  shipped: [reserve, pay, fulfil, ship],
  delivered,
  returned: [...delivered, returnOrder],
  "partly-refunded": [...delivered, refundOrder],
  refunded: [...delivered, returnOrder, refundOrder],
  cancelled: [reserve, cancel],
  "cancelled-paid": [reserve, pay, cancel],
}

/** Takes an order from wherever it is to the state the plan wants. */
export async function advanceOrder(
  container: MedusaContainer,
  plan: OrderPlan,
  orderId: string,
  surroundings: Surroundings
) {
  await dropOpenChanges(container, orderId)
  const facts = await withStrayFulfilment(
    container,
    await readFacts(container, orderId)
  )
  for (const step of ways[plan.state]) {
    await step(container, plan, facts, surroundings)
    killPoint(`demo order: ${step.name}`)
  }
}
