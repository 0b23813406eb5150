import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { InventoryLevelWorkflowEvents } from "@medusajs/framework/utils"
import { watchWishedStockWorkflow } from "../workflows/wishlist"

/** Who waits for something hears of it at once; the job finds the rest. */
export default async ({ event, container }: SubscriberArgs<{ id: string }>) =>
  watchWishedStockWorkflow(container).run({
    input: { inventory_level_ids: [event.data.id] },
  })

export const config: SubscriberConfig = {
  event: [
    InventoryLevelWorkflowEvents.CREATED,
    InventoryLevelWorkflowEvents.UPDATED,
  ],
  context: { subscriberId: "stock-changed-wishlists" },
}
