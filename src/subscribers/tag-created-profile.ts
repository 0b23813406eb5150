import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { ProductEvents } from "@medusajs/framework/utils"
import { completeTagsWorkflow } from "../workflows/taxonomy"

/** Of the module's own event: tags are also made without core's workflow. */
export default async function tagCreatedProfile({
  event,
  container,
}: SubscriberArgs<{ id: string }>) {
  await completeTagsWorkflow(container).run({
    input: { ids: [event.data.id] },
  })
}

export const config: SubscriberConfig = {
  event: ProductEvents.PRODUCT_TAG_CREATED,
  context: { subscriberId: "tag-created-profile" },
}
