import { readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { basename, join } from "node:path"
import type { SeedReport } from "../../../src/scripts/seed/report"
import { cloneDatabase, query } from "../../support"
import { readFacts } from "../../support/bed/facts"
import { startGuarded } from "../../support/processes"
import { onRelease } from "../../support/resources"
import { MEDUSA } from "../../support/server"

/** Starts `medusa exec` with the seed, as `npm start` does. */
export function startSeed(
  database: string,
  orders: number,
  env: Record<string, string> = {}
) {
  const { server } = readFacts()
  const file = join(tmpdir(), `seed-${basename(database)}.json`)
  onRelease(async () => rmSync(file, { force: true }))
  const run = startGuarded({
    args: [MEDUSA, "exec", `./src/scripts/seed.${server.built ? "js" : "ts"}`],
    cwd: server.directory,
    env: {
      NODE_ENV: "test",
      DATABASE_URL: database,
      MEDUSA_DISABLE_TELEMETRY: "true",
      SEED_ORDERS: String(orders),
      SEED_REPORT: file,
      ...env,
    },
  })
  return {
    ...run,
    report: () => JSON.parse(readFileSync(file, "utf8")) as SeedReport,
  }
}

export async function runSeed(database: string, orders: number) {
  const run = startSeed(database, orders)
  const { code } = await run.exited
  if (code !== 0) {
    throw new Error(`The seed ended with ${code}. It wrote:\n${run.logs()}`)
  }
  return run.report()
}

/** An empty database; with it go the pictures the seed stores beside it. */
export async function demoDatabase() {
  const database = await cloneDatabase("empty")
  onRelease(() => removePictures(database))
  return database
}

async function removePictures(database: string) {
  const folder = join(readFacts().server.directory, "static")
  const images = await query<{ url: string }>(database, "select url from image")
  for (const { url } of images) {
    rmSync(join(folder, basename(url)), { force: true })
  }
}

/** How many rows each table of the shop has that the seed writes to. */
export async function countRows(database: string) {
  const tables = [
    "order",
    "order_line_item",
    "order_transaction",
    "payment_collection",
    "payment",
    "capture",
    "refund",
    "fulfillment",
    "fulfillment_label",
    "return",
    "reservation_item",
    "inventory_level",
    "product",
    "product_variant",
    "product_category",
    "category_profile",
    "product_tag",
    "tag_profile",
    "product_type",
    "product_collection",
    "image",
    "price",
    "price_list",
    "promotion",
    "wishlist",
    "wishlist_item",
    "customer",
    "customer_address",
    "user",
    "auth_identity",
    "rbac_role",
    "rbac_role_policy",
    "region",
    "tax_region",
    "stock_location",
    "shipping_option",
    "sales_channel",
    "api_key",
    "review",
    "review_vote",
  ]
  const counts = tables.map(
    (table) =>
      `select '${table}' as name, count(*)::int as count from "${table}" where deleted_at is null`
  )
  const rows = await query<{ name: string; count: number }>(
    database,
    counts.join(" union all ")
  )
  return Object.fromEntries(rows.map(({ name, count }) => [name, count]))
}
