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

  it("ends a step that was written in one of its two places only", async () => {
    const counts = await countRows(database)
    const halves = await query<{ id: string; fulfilment: string }>(
      database,
      `select l.order_id as id, f.id as fulfilment from order_fulfillment l
       join fulfillment f on f.id = l.fulfillment_id
       join "order" o on o.id = l.order_id
       where f.shipped_at is not null
         and not exists (select 1 from return r where r.order_id = o.id)
       order by o.display_id limit 2`
    )
    expect(halves).toHaveLength(2)
    const [parcel, paper] = halves
    const zero = `0, raw_shipped_quantity = '{"value": "0", "precision": 20}'`
    for (const statement of [
      `delete from order_fulfillment where order_id = '${parcel.id}'`,
      `update fulfillment set shipped_at = null where id = '${paper.fulfilment}'`,
      `update order_item set shipped_quantity = ${zero} where order_id = '${parcel.id}'`,
      `update "order" set metadata = metadata - 'demo_finished'
       where id in ('${parcel.id}', '${paper.id}')`,
    ]) {
      await query(database, statement)
    }

    await runSeed(database, ORDERS)

    expect(await countRows(database)).toEqual(counts)
    expect(
      await query(
        database,
        `select l.order_id as id, bool_and(i.shipped_quantity = i.quantity and f.shipped_at is not null) as whole
         from order_fulfillment l join fulfillment f on f.id = l.fulfillment_id
         join "order" o on o.id = l.order_id
         join order_item i on i.order_id = o.id and i.version = o.version
         where l.order_id = any($1) and l.deleted_at is null group by 1 order by 1`,
        [halves.map(({ id }) => id)]
      )
    ).toEqual(
      halves
        .map(({ id }) => ({ id, whole: true }))
        .sort((left, right) => (left.id < right.id ? -1 : 1))
    )
  }, 120_000)

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
