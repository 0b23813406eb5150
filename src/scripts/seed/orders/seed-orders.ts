import { updateInventoryLevelsWorkflow } from "@medusajs/medusa/core-flows"
import type {
  FilterableOrderProps,
  MedusaContainer,
} from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { forSale } from "../catalogue/stock"
import { inParallel } from "../parallel"
import { advanceOrder } from "./advance"
import { dateOrder } from "./dates"
import { arrivedStates, importBatch } from "./import/import-batch"
import { FINISHED, MARKER } from "./import/order-input"
import { readPriceBooks } from "./import/price-book"
import { type OrderPlan, type OrderState, planOrders } from "./plan"
import { ensureBuyers, type Shop, type Surroundings } from "./surroundings"

/** Orders taken over in one workflow: a line of progress, and no more lost. */
const BATCH = 40

/** Orders that go through core's own workflows at the same time. */
const AT_ONCE = 3

/** States that are complete with the import. */
const importedWhole: ReadonlySet<OrderState> = new Set<OrderState>([
  "delivered",
])

type Known = { id: string; finished: boolean }

type Progress = (done: number, total: number) => void

/** Makes the orders that are missing and finishes those left half done. */
export async function seedOrders(
  container: MedusaContainer,
  count: number,
  shop: Shop,
  onProgress: Progress
) {
  const known = await knownOrders(container)
  const open = planOrders(count, new Date()).filter(
    ({ number }) => !known.get(number)?.finished
  )
  if (!open.length) {
    return
  }
  const surroundings = {
    ...shop,
    customers: await ensureBuyers(container, open),
  }
  const skus = [...shop.variants.keys()]
  const books = await readPriceBooks(container, skus, shop.regions)
  await restock(
    container,
    open.filter(
      ({ number, state }) => known.has(number) || !arrivedStates.has(state)
    ),
    shop
  )
  for (let at = 0; at < open.length; at += BATCH) {
    const batch = open.slice(at, at + BATCH)
    const missing = batch.filter(({ number }) => !known.has(number))
    const ids = await importBatch(container, missing, books, surroundings)
    const idOf = (number: number) =>
      known.get(number)?.id ?? ids.get(number) ?? ""
    await finish(container, batch, idOf, { known, surroundings })
    onProgress(at + batch.length, open.length)
  }
}

async function finish(
  container: MedusaContainer,
  plans: readonly OrderPlan[],
  idOf: (number: number) => string,
  {
    known,
    surroundings,
  }: { known: ReadonlyMap<unknown, Known>; surroundings: Surroundings }
) {
  const isWhole = ({ number, state }: OrderPlan) =>
    !known.has(number) && importedWhole.has(state)
  await container.resolve(Modules.ORDER).updateOrders(
    plans.filter(isWhole).map(({ number }) => ({
      id: idOf(number),
      metadata: { [MARKER]: number, [FINISHED]: true },
    }))
  )
  const rest = plans.filter((plan) => !isWhole(plan))
  await inParallel(rest, AT_ONCE, async (plan) => {
    const id = idOf(plan.number)
    await advanceOrder(container, plan, id, surroundings)
    await dateOrder(container, plan, id)
  })
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
  { variants, locations }: Shop
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
