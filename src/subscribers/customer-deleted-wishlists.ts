import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { CustomerWorkflowEvents } from "@medusajs/framework/utils"
import { deleteWishlistsWorkflow } from "../workflows/wishlist"

/** Nobody's lists are kept. */
export default async ({ event, container }: SubscriberArgs<{ id: string }>) =>
  deleteWishlistsWorkflow(container).run({
    input: { customer_id: event.data.id },
  })

export const config: SubscriberConfig = {
  event: CustomerWorkflowEvents.DELETED,
  context: { subscriberId: "customer-deleted-wishlists" },
}
