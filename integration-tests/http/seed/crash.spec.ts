import { query } from "../../support"
import { countRows, demoDatabase, runSeed, startSeed } from "./run-seed"

const ORDERS = 12

let database: string

beforeAll(async () => {
  database = await demoDatabase()
}, 60_000)

const KILLED = { code: null, signal: "SIGKILL" }

/** Ends the seed the hard way as soon as it says this. */
async function killSeedAt(text: string) {
  const run = startSeed(database, ORDERS)
  await run.line((line) => line.includes(text))
  run.child.kill("SIGKILL")
  expect(await run.exited).toEqual(KILLED)
}

/** Lets it end itself behind a step of an order. */
async function killSeedAfter(step: string) {
  const env = { DUKA_KILL_AT: `demo order: ${step}` }
  expect(await startSeed(database, ORDERS, env).exited).toEqual(KILLED)
}

describe("a seed that was killed", () => {
  it("is completed by the next one, wherever it stopped", async () => {
    await killSeedAt("20 of 50 products drawn and stored")
    await killSeedAfter("reserve")
    await killSeedAfter("ship")
    await killSeedAfter("returnOrder")
    await killSeedAfter("refundOrder")
    await runSeed(database, ORDERS)
    const counts = await countRows(database)

    expect(counts).toMatchObject({
      order: ORDERS,
      product: 50,
      price_list: 1,
      user: 2,
      customer_address: 3,
      region: 4,
    })
    expect(
      await query(
        database,
        `select count(*)::int as unfinished from "order"
         where metadata->>'demo_finished' is distinct from 'true'`
      )
    ).toEqual([{ unfinished: 0 }])
    await runSeed(database, ORDERS)
    expect(await countRows(database)).toEqual(counts)
  }, 400_000)

  it("leaves stock and reservations in agreement", async () => {
    expect(
      await query(
        database,
        `select l.inventory_item_id from inventory_level l
         left join (
           select inventory_item_id, location_id, sum(quantity) as quantity
           from reservation_item where deleted_at is null group by 1, 2
         ) r using (inventory_item_id, location_id)
         where l.reserved_quantity <> coalesce(r.quantity, 0)
           or l.reserved_quantity > l.stocked_quantity`
      )
    ).toEqual([])
  })
})
