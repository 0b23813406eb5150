import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"

/** What a killed run had begun to change blocks the next one until it is gone. */
export async function dropOpenChanges(
  container: MedusaContainer,
  orderId: string
) {
  const orders = container.resolve(Modules.ORDER)
  const changes = await orders.listOrderChanges({
    order_id: orderId,
    status: ["pending", "requested"],
  })
  await orders.deleteOrderChanges(changes.map(({ id }) => id))
}
