import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { Modules, OrderWorkflowEvents } from "@medusajs/framework/utils"
import { restockOriginalBoxesWorkflow } from "../workflows/original-box"

export default async function returnReceivedOriginalBox({
  event: { data },
  container,
}: SubscriberArgs<{ order_id: string; return_id: string }>) {
  const { location_id } = await container
    .resolve(Modules.ORDER)
    .retrieveReturn(data.return_id, { select: ["id", "location_id"] })
  await restockOriginalBoxesWorkflow(container).run({
    input: { order_id: data.order_id, location_id: location_id ?? undefined },
  })
}

export const config: SubscriberConfig = {
  event: OrderWorkflowEvents.RETURN_RECEIVED,
  context: { subscriberId: "return-received-original-box" },
}
