import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { OriginalBoxEvents } from "../workflows/original-box/events"
import { ReviewEvents } from "../workflows/review/events"
import { indexChangeWorkflow } from "../workflows/search"

/** A new rating or box is searched at once. */
export default async ({
  event,
  container,
}: SubscriberArgs<{ product_id: string }>) =>
  indexChangeWorkflow(container).run({
    input: { kind: "product", ids: [event.data.product_id] },
  })

export const config: SubscriberConfig = {
  event: [OriginalBoxEvents.CHANGED, ...Object.values(ReviewEvents)],
  context: { subscriberId: "own-product-search" },
}
