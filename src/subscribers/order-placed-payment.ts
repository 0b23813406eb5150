import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { startPayment } from "../workflows/payment"

/** Carts that core's own route completed ask their phone from here. */
export default async ({ event, container }: SubscriberArgs<{ id: string }>) =>
  startPayment(container, { order_id: event.data.id, started_by: "shopper" })

export const config: SubscriberConfig = {
  event: "order.placed",
  context: { subscriberId: "order-placed-payment" },
}
