import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { OrderWorkflowEvents } from "@medusajs/framework/utils"
import { openCashWorkflow } from "../workflows/cash"

export default async function cashOrderPlaced({
  event,
  container,
}: SubscriberArgs<{ id: string }>) {
  await openCashWorkflow(container).run({ input: { order_id: event.data.id } })
}

export const config: SubscriberConfig = {
  event: OrderWorkflowEvents.PLACED,
  context: { subscriberId: "cash-order-placed" },
}
