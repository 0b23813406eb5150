import { updateInventoryLevelsWorkflow } from "@medusajs/medusa/core-flows"
import type {
  FilterableOrderProps,
  MedusaContainer,
} from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { forSale } from "../catalogue/stock"
import { advanceOrder } from "./advance"
import { dateOrder, FINISHED } from "./dates"
import { MARKER, placeOrder } from "./place"
import { type OrderPlan, planOrders } from "./plan"
import type { Surroundings } from "./surroundings"

/** Orders at work at the same time; two cores are busy with three. */
const AT_ONCE = 3

type Known = { id: string; finished: boolean }

type Progress = (done: number, total: number) => void

/** Makes the orders that are missing and finishes those left half done. */
export async function seedOrders(
  container: MedusaContainer,
  count: number,
  surroundings: Surroundings,
  onProgress: Progress
) {
  const known = await knownOrders(container)
  const open = planOrders(count, new Date()).filter(
    ({ number }) => !known.get(number)?.finished
  )
  await restock(
    container,
    open.filter(({ number }) => !known.has(number)),
    surroundings
  )
  let done = 0
  const finish = async (plan: OrderPlan, orderId: string) => {
    await advanceOrder(container, plan, orderId, surroundings)
    await dateOrder(container, plan, orderId)
    done++
    onProgress(done, open.length)
  }
  const running = new Set<Promise<void>>()
  const failures: unknown[] = []
  for (const plan of open) {
    // One after another, so that order numbers follow the dates.
    const orderId =
      known.get(plan.number)?.id ??
      (await placeOrder(container, plan, surroundings))
    const task = finish(plan, orderId)
      .catch((error) => void failures.push(error))
      .finally(() => running.delete(task))
    running.add(task)
    if (running.size >= AT_ONCE) {
      await Promise.race(running)
    }
    if (failures.length) {
      break
    }
  }
  await Promise.all(running)
  if (failures.length) {
    throw failures[0]
  }
}

async function knownOrders(container: MedusaContainer) {
  const orders = await container.resolve(Modules.ORDER).listOrders(
    // The declared filters leave metadata out; the module takes it.
    { metadata: { [MARKER]: { $ne: null } } } as FilterableOrderProps,
    { select: ["id", "metadata"], take: null }
  )
  return new Map<unknown, Known>(
    orders.map(({ id, metadata }) => [
      metadata?.[MARKER],
      { id, finished: metadata?.[FINISHED] === true },
    ])
  )
}

/** What these orders will take, on top of what is for sale afterwards. */
async function restock(
  container: MedusaContainer,
  plans: readonly OrderPlan[],
  { variants, locations }: Surroundings
) {
  const needed = new Map<
    string,
    { sku: string; plan: OrderPlan; count: number }
  >()
  for (const plan of plans) {
    for (const { sku, quantity } of plan.items) {
      const key = `${sku} ${plan.market}`
      const count = (needed.get(key)?.count ?? 0) + quantity
      needed.set(key, { sku, plan, count })
    }
  }
  if (!needed.size) {
    return
  }
  const levels = await container.resolve(Modules.INVENTORY).listInventoryLevels(
    {
      inventory_item_id: [...variants.values()].map((v) => v.inventoryItemId),
      location_id: Object.values(locations),
    },
    { take: null }
  )
  const levelOf = new Map(
    levels.map((level) => [
      `${level.inventory_item_id} ${level.location_id}`,
      level,
    ])
  )
  const updates = [...needed.values()].flatMap(({ sku, plan, count }) => {
    const item = variants.get(sku)?.inventoryItemId
    const level = levelOf.get(`${item} ${locations[plan.market]}`)
    const wanted = forSale(sku, plan.market) + count
    const missing = level ? wanted - Number(level.available_quantity) : 0
    return level && missing > 0
      ? [
          {
            inventory_item_id: level.inventory_item_id,
            location_id: level.location_id,
            stocked_quantity: Number(level.stocked_quantity) + missing,
          },
        ]
      : []
  })
  if (updates.length) {
    await updateInventoryLevelsWorkflow(container).run({ input: { updates } })
  }
}
