import type { IInventoryService } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { unique } from "../../support"
import { bootApp, type BootedApp } from "../../support/boot-app"
import { randomFrom } from "./random"
import { stockOf, watchStock } from "./watch"

const WORKERS = 8
const MOVES = 60

let app: BootedApp
let inventory: IInventoryService
let notes: Awaited<ReturnType<typeof watchStock>>

beforeAll(async () => {
  app = await bootApp()
  inventory = app.container.resolve(Modules.INVENTORY)
  notes = await watchStock(app.databaseUrl)
}, 120_000)

afterEach(async () => {
  // The numbers in a level and its reservations agree at every commit.
  expect(await notes("sum", "number")).toEqual([])
})

type Stocked = { item: string; locations: string[] }

/** An item with so many pieces at each of some locations. */
async function stocked(...quantities: number[]): Promise<Stocked> {
  const { id } = await inventory.createInventoryItems({ sku: unique("sku") })
  const locations = quantities.map(() => unique("sloc"))
  await inventory.createInventoryLevels(
    quantities.map((stocked_quantity, index) => ({
      inventory_item_id: id,
      location_id: locations[index],
      stocked_quantity,
    }))
  )
  return { item: id, locations }
}

const reserve = (
  { item, locations }: Stocked,
  quantity: number,
  more: { location_id?: string; line_item_id?: string } = {}
) =>
  inventory.createReservationItems({
    inventory_item_id: item,
    location_id: locations[0],
    quantity,
    ...more,
  })

const levelsOf = async ({ item, locations }: Stocked) => {
  const levels = await inventory.listInventoryLevels({
    inventory_item_id: item,
  })
  return locations.map((location) => {
    const level = levels.find(({ location_id }) => location_id === location)
    return [Number(level?.stocked_quantity), Number(level?.reserved_quantity)]
  })
}

/** How often each error was met; nothing else may happen. */
async function outcomes(work: Promise<unknown>[]) {
  const counts: Record<string, number> = {}
  for (const result of await Promise.allSettled(work)) {
    const reason = result.status === "rejected" ? result.reason : undefined
    const { code, message } = (reason ?? {}) as Record<string, string>
    const kind = reason ? (code ?? message) : "ok"
    counts[kind] = (counts[kind] ?? 0) + 1
  }
  return counts
}

const times = <T>(count: number, work: (index: number) => T) =>
  Array.from({ length: count }, (_, index) => work(index))

it("reserves no more than there is, however many ask", async () => {
  const goods = await stocked(5)
  expect(await outcomes(times(30, () => reserve(goods, 1)))).toEqual({
    ok: 5,
    insufficient_inventory: 25,
  })
  expect(await levelsOf(goods)).toEqual([[5, 5]])
})

it("gives a reservation back once when two delete it", async () => {
  const goods = await stocked(10)
  await reserve(goods, 2)
  const line_item_id = unique("line")
  const { id } = await reserve(goods, 3, { line_item_id })

  const work = times(9, (index) =>
    [
      () => inventory.softDeleteReservationItems([id]),
      () => inventory.deleteReservationItemsByLineItem(line_item_id),
      () => inventory.deleteReservationItems([id]),
    ][index % 3]()
  )
  expect(await outcomes(work)).toEqual({ ok: 9 })
  expect(await levelsOf(goods)).toEqual([[10, 2]])
})

it("brings a reservation back once, and only while its goods are there", async () => {
  const goods = await stocked(4)
  const line_item_id = unique("line")
  const { id } = await reserve(goods, 3, { line_item_id })
  await inventory.softDeleteReservationItems([id])

  const work = times(6, (index) =>
    index % 2
      ? inventory.restoreReservationItems([id])
      : inventory.restoreReservationItemsByLineItem(line_item_id)
  )
  expect(await outcomes(work)).toEqual({ ok: 6 })
  expect(await levelsOf(goods)).toEqual([[4, 3]])

  await inventory.softDeleteReservationItems([id])
  await reserve(goods, 2)
  expect(await outcomes([inventory.restoreReservationItems([id])])).toEqual({
    insufficient_inventory: 1,
  })
  expect(await levelsOf(goods)).toEqual([[4, 2]])
})

it("moves a reservation with its quantity, if the other place has it", async () => {
  const goods = await stocked(5, 2, 4)
  const [from, full, to] = goods.locations
  const { id } = await reserve(goods, 3)
  const other = await reserve(goods, 1)
  const move = (location_id: string, quantity?: number) =>
    inventory.updateReservationItems({
      id,
      location_id,
      ...(quantity ? { quantity } : {}),
    })

  expect(await outcomes([move(full)])).toEqual({ insufficient_inventory: 1 })
  await inventory.updateReservationItems([
    { id, location_id: to },
    { id: other.id, quantity: 2 },
  ])
  expect(await levelsOf(goods)).toEqual([
    [5, 2],
    [2, 0],
    [4, 3],
  ])
  await move(full, 2)
  await move(from)
  expect(await levelsOf(goods)).toEqual([
    [5, 4],
    [2, 0],
    [4, 0],
  ])
})

it("checks what several updates take together", async () => {
  const goods = await stocked(5)
  const [one, two] = await Promise.all([reserve(goods, 1), reserve(goods, 1)])
  const grow = (quantity: number) =>
    inventory.updateReservationItems([
      { id: one.id, quantity },
      { id: two.id, quantity },
    ])

  expect(await outcomes([grow(3)])).toEqual({ insufficient_inventory: 1 })
  expect(await levelsOf(goods)).toEqual([[5, 2]])
  // What one gives back the other may take.
  await inventory.updateReservationItems([
    { id: one.id, quantity: 4 },
    { id: two.id, quantity: 1 },
  ])
  expect(await levelsOf(goods)).toEqual([[5, 5]])
})

it("lets a backorder take what is not there, and nobody else", async () => {
  const goods = await stocked(2)
  await inventory.createReservationItems([
    {
      inventory_item_id: goods.item,
      location_id: goods.locations[0],
      quantity: 5,
      allow_backorder: true,
    },
  ])
  expect(await levelsOf(goods)).toEqual([[2, 5]])
  expect(await outcomes([reserve(goods, 1)])).toEqual({
    insufficient_inventory: 1,
  })
})

it("lets a reservation shrink where less is left than is reserved", async () => {
  // As when one of two sold pieces is shipped: the stock goes first.
  const goods = await stocked(2)
  const { id } = await reserve(goods, 2)
  await inventory.adjustInventory(goods.item, goods.locations[0], -1)
  await inventory.updateReservationItems({ id, quantity: 1 })
  expect(await levelsOf(goods)).toEqual([[1, 1]])
})

it("adds up adjustments that come at once", async () => {
  const goods = await stocked(100)
  const adjust = (adjustment: number) =>
    inventory.adjustInventory([
      {
        inventoryItemId: goods.item,
        locationId: goods.locations[0],
        adjustment,
      },
      {
        inventoryItemId: goods.item,
        locationId: goods.locations[0],
        adjustment: 1,
      },
    ])
  const work = times(20, (index) => adjust(index % 2 ? -3 : 1))
  expect(await outcomes(work)).toEqual({ ok: 20 })
  expect(await levelsOf(goods)).toEqual([[100, 0]])
})

it("takes items crosswise without a deadlock", async () => {
  const goods = await Promise.all(times(4, () => stocked(1000)))
  const all = goods.map(({ item, locations }) => ({
    inventory_item_id: item,
    location_id: locations[0],
    quantity: 1,
  }))
  const work = times(60, (index) =>
    inventory.createReservationItems(index % 2 ? all : [...all].reverse())
  )
  expect(await outcomes(work)).toEqual({ ok: 60 })
  for (const each of goods) {
    expect(await levelsOf(each)).toEqual([[1000, 60]])
  }
})

it("keeps count under eight workers who do everything at random", async () => {
  const shelf = await Promise.all([stocked(9, 4), stocked(6, 6), stocked(3, 8)])
  const lines = times(6, () => unique("line"))
  const met = new Set<string>()
  const adjusted = new Map(shelf.map(({ item }) => [item, 0]))

  const worker = async (seed: number) => {
    const { below, one } = randomFrom(seed)
    const mine: string[] = []
    const place = () => {
      const { item, locations } = one(shelf)
      return { inventory_item_id: item, location_id: one(locations) }
    }
    const moves: (() => Promise<unknown>)[] = [
      async () => {
        const made = await inventory.createReservationItems(
          times(1 + below(3), () => ({
            ...place(),
            quantity: 1 + below(2),
            line_item_id: one(lines),
          }))
        )
        mine.push(...made.map(({ id }) => id))
      },
      () =>
        inventory.updateReservationItems([
          { id: one(mine), quantity: 1 + below(3) },
        ]),
      () =>
        inventory.updateReservationItems([
          { id: one(mine), location_id: one(one(shelf).locations) },
        ]),
      () => inventory.softDeleteReservationItems([one(mine), one(mine)]),
      () => inventory.restoreReservationItems([one(mine), one(mine)]),
      () => inventory.deleteReservationItemsByLineItem(one(lines)),
      () => inventory.restoreReservationItemsByLineItem(one(lines)),
      async () => {
        const { inventory_item_id: inventoryItemId, location_id } = place()
        const adjustment = below(2) ? 1 : 2
        await inventory.adjustInventory([
          { inventoryItemId, locationId: location_id, adjustment },
        ])
        adjusted.set(
          inventoryItemId,
          (adjusted.get(inventoryItemId) ?? 0) + adjustment
        )
      },
    ]
    await moves[0]().catch(() => mine.push("resitem_none"))
    for (let done = 0; done < MOVES; done++) {
      await one(moves)().catch((error: { code?: string; type: string }) =>
        met.add(error.code ?? error.type)
      )
    }
  }
  await Promise.all(times(WORKERS, (index) => worker(index + 1)))

  // Refusals, and reservations that were deleted or moved nowhere.
  expect([...met].sort()).toEqual([
    "insufficient_inventory",
    "invalid_data",
    "not_found",
  ])
  for (const { item } of shelf) {
    const { reserved, live, stocked } = await stockOf(app.databaseUrl, item)
    expect(reserved).toBe(live)
    expect(reserved).toBeGreaterThanOrEqual(0)
    expect(reserved).toBeLessThanOrEqual(stocked)
  }
  const items = shelf.map(({ item }) => item)
  const wrong = await notes("oversold")
  expect(wrong.filter(({ item }) => items.includes(item))).toEqual([])
  const sums = await Promise.all(
    items.map((item) => stockOf(app.databaseUrl, item))
  )
  expect(sums.map(({ stocked }) => stocked)).toEqual(
    [13, 12, 11].map(
      (before, index) => before + (adjusted.get(items[index]) ?? 0)
    )
  )
}, 120_000)
