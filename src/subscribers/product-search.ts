import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { indexChangeWorkflow, searchSources } from "../workflows/search"

type Told = { id: string | string[] }

/** What core has changed is searched as it is now. */
export default async ({ event, container }: SubscriberArgs<Told>) =>
  indexChangeWorkflow(container).run({
    input: { kind: searchSources[event.name], ids: [event.data.id].flat() },
  })

export const config: SubscriberConfig = {
  event: Object.keys(searchSources),
  context: { subscriberId: "product-search" },
}
