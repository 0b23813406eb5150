import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules, OrderStatus } from "@medusajs/framework/utils"
import { mobileMoney } from "./resolve"

/**
 * An order that was cancelled waits for no money any more; what still comes
 * goes back. It does nothing for an order that stands.
 */
export async function stopWaiting(
  container: MedusaContainer,
  { order_id, actor }: { order_id: string; actor: string }
) {
  const ledger = mobileMoney(container)
  const awaited = await ledger.awaitedOf(order_id)
  if (awaited?.state !== "waiting") {
    return false
  }
  const { status } = await container
    .resolve(Modules.ORDER)
    .retrieveOrder(order_id, { select: ["status"] })
  return status === OrderStatus.CANCELED
    ? ledger.endWait(awaited.id, { state: "cancelled", actor })
    : false
}
