import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { recountSoldWorkflow } from "../workflows/product"

type Told = { id?: string; order_id?: string }

/** Best sellers follow the orders. */
export default async ({ event, container }: SubscriberArgs<Told>) => {
  const order_id = event.data.order_id ?? event.data.id
  if (order_id) {
    await recountSoldWorkflow(container).run({ input: { order_id } })
  }
}

export const config: SubscriberConfig = {
  event: [
    "order.placed",
    "order.canceled",
    "order.return_received",
    "order-edit.confirmed",
  ],
  context: { subscriberId: "order-sold-count" },
}
