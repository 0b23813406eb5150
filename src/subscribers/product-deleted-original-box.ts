import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { ProductWorkflowEvents } from "@medusajs/framework/utils"
import { removeOriginalBoxWorkflow } from "../workflows/original-box"

export default async function productDeletedOriginalBox({
  event,
  container,
}: SubscriberArgs<{ id: string }>) {
  await removeOriginalBoxWorkflow(container).run({
    input: { product_ids: [event.data.id] },
  })
}

export const config: SubscriberConfig = {
  event: ProductWorkflowEvents.DELETED,
  context: { subscriberId: "product-deleted-original-box" },
}
