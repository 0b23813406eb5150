import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { forgetReviewAuthorsWorkflow } from "../workflows/review"

/** Reviews of a deleted customer stay, without their name. */
export default async ({ event, container }: SubscriberArgs<{ id: string }>) =>
  forgetReviewAuthorsWorkflow(container).run({ input: [event.data.id] })

export const config: SubscriberConfig = {
  event: "customer.deleted",
  context: { subscriberId: "customer-deleted-reviews" },
}
