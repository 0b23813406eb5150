import { execFile } from "node:child_process"
import { resolve } from "node:path"
import { cloneDatabase, query } from "../../support"

const script = resolve(__dirname, "../../../scripts/stock-check.mjs")

const check = (DATABASE_URL: string, ...args: string[]) =>
  new Promise<{ code: number | string; output: string; errors: string }>(
    (done) => {
      const env = { PATH: process.env.PATH, NODE_ENV: "test", DATABASE_URL }
      execFile(
        process.execPath,
        [script, ...args],
        { env },
        (error, output, errors) =>
          done({ code: error?.code ?? 0, output, errors })
      )
    }
  )

type Level = { sku: string; stocked: number; reserved: number; raw?: number }

async function level(
  databaseUrl: string,
  { sku, stocked, reserved, raw }: Level
) {
  const number = (value: number) => JSON.stringify({ value: String(value) })
  await query(
    databaseUrl,
    "INSERT INTO inventory_item (id, sku) VALUES ($1, $2)",
    [`iitem_${sku}`, sku]
  )
  await query(
    databaseUrl,
    `INSERT INTO inventory_level (id, inventory_item_id, location_id,
       stocked_quantity, raw_stocked_quantity, reserved_quantity,
       raw_reserved_quantity, incoming_quantity, raw_incoming_quantity)
     VALUES ($1, $2, 'sloc_x', $3, $4, $5, $6, 0, $7)`,
    [
      `ilev_${sku}`,
      `iitem_${sku}`,
      stocked,
      number(stocked),
      reserved,
      number(raw ?? reserved),
      number(0),
    ]
  )
}

const reserve = (
  databaseUrl: string,
  sku: string,
  quantity: number,
  more: { place?: string; backorder?: boolean; deleted?: boolean } = {}
) =>
  query(
    databaseUrl,
    `INSERT INTO reservation_item (id, inventory_item_id, location_id, quantity,
       raw_quantity, allow_backorder, deleted_at)
     VALUES (gen_random_uuid(), $1, $2, $3, '{}', $4, $5)`,
    [
      `iitem_${sku}`,
      more.place ?? "sloc_x",
      quantity,
      more.backorder ?? false,
      more.deleted ? new Date() : null,
    ]
  )

it("finds nothing where stock and reservations agree", async () => {
  const databaseUrl = await cloneDatabase("empty")
  await level(databaseUrl, { sku: "fine", stocked: 5, reserved: 4 })
  await reserve(databaseUrl, "fine", 3)
  await reserve(databaseUrl, "fine", 1)
  await reserve(databaseUrl, "fine", 9, { deleted: true })
  await level(databaseUrl, { sku: "later", stocked: 1, reserved: 7 })
  await reserve(databaseUrl, "later", 7, { backorder: true })

  expect(await check(databaseUrl)).toEqual({
    code: 0,
    output: "All 2 stock levels agree with their reservations.\n",
    errors: "",
  })
})

it("says what differs, changes nothing, and ends with 1", async () => {
  const databaseUrl = await cloneDatabase("empty")
  await level(databaseUrl, { sku: "adrift", stocked: 9, reserved: 5 })
  await reserve(databaseUrl, "adrift", 3)
  await level(databaseUrl, { sku: "below", stocked: -2, reserved: 0 })
  await level(databaseUrl, { sku: "gone", stocked: 1, reserved: 0 })
  await reserve(databaseUrl, "gone", 1, { place: "sloc_y" })
  await level(databaseUrl, { sku: "promised", stocked: 1, reserved: 2 })
  await reserve(databaseUrl, "promised", 2)
  await level(databaseUrl, { sku: "raw", stocked: 1, reserved: 0, raw: 1 })

  const { code, output, errors } = await check(databaseUrl)
  expect({ code, errors }).toEqual({ code: 1, errors: "" })
  expect(output).toBe(`adrift at sloc_x  (iitem_adrift, sloc_x)
  reserved_quantity is 5, its reservations sum up to 3.
below at sloc_x  (iitem_below, sloc_x)
  The stock is -2: more was shipped than was there. Count it and correct the stock.
gone at sloc_y  (iitem_gone, sloc_y)
  1 reserved, but the item is not stocked there any more. Stock it there again, or delete the reservations.
promised at sloc_x  (iitem_promised, sloc_x)
  2 are promised to orders and 1 are there. Get more, or cancel an order.
raw at sloc_x  (iitem_raw, sloc_x)
  reserved_quantity is 0, raw_reserved_quantity says 1.

5 of 5 stock levels are wrong. Nothing was changed.
`)

  const json = await check(databaseUrl, "--json")
  expect(json.code).toBe(1)
  const { differences } = JSON.parse(json.output) as {
    differences: { sku: string }[]
  }
  expect(differences.map(({ sku }) => sku)).toEqual([
    "adrift",
    "below",
    "gone",
    "promised",
    "raw",
  ])
})

it("ends with 2 when it could not look, and makes no database", async () => {
  const databaseUrl = await cloneDatabase("empty")
  const nowhere = `${databaseUrl}_missing`
  const { code, output, errors } = await check(nowhere)

  expect({ code, output }).toEqual({ code: 2, output: "" })
  expect(errors).toMatch(/^There is no database "duka_empty_\w+_missing" at /)
  await expect(query(nowhere, "SELECT 1")).rejects.toMatchObject({
    code: "3D000",
  })
})
