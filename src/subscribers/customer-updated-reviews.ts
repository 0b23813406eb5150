import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { renameReviewAuthorsWorkflow } from "../workflows/review"

/** Who changes their name has signed their reviews with the new one. */
export default async ({ event, container }: SubscriberArgs<{ id: string }>) =>
  renameReviewAuthorsWorkflow(container).run({ input: [event.data.id] })

export const config: SubscriberConfig = {
  event: "customer.updated",
  context: { subscriberId: "customer-updated-reviews" },
}
