import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { stopWaitingWorkflow } from "../workflows/payment"

/** A cancelled order waits for no money any more. */
export default async ({ event, container }: SubscriberArgs<{ id: string }>) =>
  stopWaitingWorkflow(container).run({
    input: { order_id: event.data.id, actor: "job" },
  })

export const config: SubscriberConfig = {
  event: "order.canceled",
  context: { subscriberId: "order-canceled-payment" },
}
