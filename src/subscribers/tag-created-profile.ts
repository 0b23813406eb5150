import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { ProductEvents } from "@medusajs/framework/utils"
import { completeTagsWorkflow } from "../workflows/taxonomy"

/** Tags that core's workflow makes have their profile from its hook already. */
export default async function tagCreatedProfile({
  event,
  container,
}: SubscriberArgs<{ id: string }>) {
  await completeTagsWorkflow(container).run({
    input: { ids: [event.data.id] },
  })
}

export const config: SubscriberConfig = {
  // eslint-disable-next-line @medusajs/prefer-workflow-event-over-module-event -- it is about tags that no workflow made
  event: ProductEvents.PRODUCT_TAG_CREATED,
  context: { subscriberId: "tag-created-profile" },
}
