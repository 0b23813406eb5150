import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { OrderEditWorkflowEvents } from "@medusajs/framework/utils"
import { reserveOriginalBoxesWorkflow } from "../workflows/original-box"

export default async function orderEditedOriginalBox({
  event: { data },
  container,
}: SubscriberArgs<{ order_id: string }>) {
  await reserveOriginalBoxesWorkflow(container).run({
    input: { order_id: data.order_id },
  })
}

export const config: SubscriberConfig = {
  event: OrderEditWorkflowEvents.CONFIRMED,
  context: { subscriberId: "order-edited-original-box" },
}
