import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { forgetRecentViewsWorkflow } from "../workflows/product"

/** What a deleted customer looked at is nobody's affair. */
export default async ({ event, container }: SubscriberArgs<{ id: string }>) =>
  forgetRecentViewsWorkflow(container).run({ input: [event.data.id] })

export const config: SubscriberConfig = {
  event: "customer.deleted",
  context: { subscriberId: "customer-deleted-views" },
}
