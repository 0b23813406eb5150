import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import type { OrderFacts } from "./facts"

type Half = "fulfilled" | "shipped" | "delivered"

const REGISTER = {
  fulfilled: "registerFulfillment",
  shipped: "registerShipment",
  delivered: "registerDelivery",
} as const

/** Lines of which the order does not know yet that they are so far. */
export const lacks = ({ items }: OrderFacts, half: Half) =>
  items.filter((item) => item[half] < item.quantity)

/**
 * Core writes a step twice, on the fulfilment and on the order, and not in one
 * transaction. When the fulfilment says it is done, the order is told as well.
 *
 * Not guaranteed: how many pieces are on the shelf after a kill between the
 * two. Nothing says whether they were taken from it, so they are not.
 */
export async function endHalfOf(
  container: MedusaContainer,
  half: Half,
  facts: OrderFacts,
  isDone: unknown
) {
  if (!isDone) {
    return false
  }
  const items = lacks(facts, half).map(({ id, quantity }) => ({ id, quantity }))
  if (items.length) {
    await container.resolve(Modules.ORDER)[REGISTER[half]]({
      order_id: facts.id,
      reference: Modules.FULFILLMENT,
      reference_id: facts.fulfillments[0].id,
      items,
    })
  }
  if (half === "fulfilled") {
    await dropReservations(container, facts)
  }
  return true
}

async function dropReservations(
  container: MedusaContainer,
  { items }: OrderFacts
) {
  const inventory = container.resolve(Modules.INVENTORY)
  const held = await inventory.listReservationItems({
    line_item_id: items.map(({ id }) => id),
  })
  if (held.length) {
    await inventory.deleteReservationItems(held.map(({ id }) => id))
  }
}

/** A fulfilment is written before it is linked to its order; this links it. */
export async function withStrayFulfilment(
  container: MedusaContainer,
  facts: OrderFacts
): Promise<OrderFacts> {
  if (facts.fulfillments.length) {
    return facts
  }
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "fulfillment",
      fields: ["id", "shipped_at", "delivered_at", "canceled_at"],
      filters: {
        items: { line_item_id: facts.items.map(({ id }) => id) },
      } as Record<string, unknown>,
    })
  const [stray] = data as unknown as OrderFacts["fulfillments"]
  if (!stray || stray.canceled_at) {
    return facts
  }
  await container.resolve(ContainerRegistrationKeys.LINK).create({
    [Modules.ORDER]: { order_id: facts.id },
    [Modules.FULFILLMENT]: { fulfillment_id: stray.id },
  })
  return { ...facts, fulfillments: [stray] }
}
