import { readdirSync } from "node:fs"
import { parse } from "node:path"
import { migrationsPath } from "../../../src/modules/inventory/upstream"
import { cloneDatabase, query } from "../../support"
import { readFacts } from "../../support/bed/facts"
import { startGuarded } from "../../support/processes"
import { MEDUSA } from "../../support/server"

const shape = (databaseUrl: string) =>
  query(
    databaseUrl,
    `SELECT table_name, column_name, data_type, column_default, is_nullable
       FROM information_schema.columns WHERE table_schema = 'public'
      UNION ALL
     SELECT tablename, indexname, indexdef, NULL, NULL
       FROM pg_indexes WHERE schemaname = 'public'
      ORDER BY 1, 2`
  )

it("has Medusa's own tables for stock, and migrating again changes nothing", async () => {
  const databaseUrl = await cloneDatabase("empty")
  const shipped = readdirSync(migrationsPath)
    .filter((file) => /^Migration\d+\.js$/.test(file))
    .map((file) => parse(file).name)
  const ran = await query<{ name: string }>(
    databaseUrl,
    "SELECT name FROM mikro_orm_migrations WHERE name = ANY($1) ORDER BY name",
    [shipped]
  )
  expect(ran.map(({ name }) => name)).toEqual(shipped.sort())

  const before = await shape(databaseUrl)
  const migration = startGuarded({
    args: [MEDUSA, "db:migrate", "--execute-safe-links"],
    cwd: readFacts().server.directory,
    env: {
      NODE_ENV: "test",
      DATABASE_URL: databaseUrl,
      MEDUSA_DISABLE_TELEMETRY: "true",
    },
  })
  expect(await migration.exited).toEqual({ code: 0, signal: null })
  expect(await shape(databaseUrl)).toEqual(before)
  expect(before).toContainEqual(
    expect.objectContaining({
      table_name: "order_cart",
      column_name: "IDX_one_order_per_cart",
    })
  )
})
