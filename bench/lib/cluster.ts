import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs"
import { dirname, join } from "node:path"
import { Client } from "@medusajs/framework/pg"
import { CACHE, LOGS } from "./place"
import type { Facts } from "./works"

export type Cluster = {
  version: string
  url(database: string): string
  /** Whether the database is there. */
  holds(database: string): Promise<boolean>
  create(database: string, template?: string): Promise<void>
  rename(from: string, to: string): Promise<void>
  drop(database: string): Promise<void>
  /** Names of the databases that begin so. */
  list(prefix: string): Promise<string[]>
  /** Statistics of the planner as they would be after a quiet night. */
  analyze(database: string): Promise<void>
  stop(): Promise<void>
}

export async function startCluster(): Promise<Cluster> {
  const { startPostgres } = await import("../../scripts/lib/postgres.mjs")
  const postgres = await startPostgres({
    dir: join(CACHE, "postgres"),
    log: join(LOGS, "postgres.log"),
    settings: {
      shared_preload_libraries: "pg_stat_statements",
      "pg_stat_statements.max": 20_000,
      "pg_stat_statements.track": "top",
    },
  })
  const run = async (database: string, text: string, values?: unknown[]) => {
    const client = new Client({ connectionString: postgres.url(database) })
    await client.connect()
    try {
      return await client.query(text, values)
    } finally {
      await client.end()
    }
  }
  const { rows } = await run("postgres", "SHOW server_version")
  const drop = async (database: string) => {
    await run("postgres", `DROP DATABASE IF EXISTS "${database}" WITH (FORCE)`)
  }
  return {
    version: String(rows[0].server_version),
    url: postgres.url,
    async holds(database) {
      const { rowCount } = await run(
        "postgres",
        "SELECT 1 FROM pg_database WHERE datname = $1",
        [database]
      )
      return Boolean(rowCount)
    },
    async create(database, template = "template1") {
      await drop(database)
      await run(
        "postgres",
        `CREATE DATABASE "${database}" TEMPLATE "${template}"`
      )
    },
    async rename(from, to) {
      await drop(to)
      await run("postgres", `ALTER DATABASE "${from}" RENAME TO "${to}"`)
    },
    drop,
    async list(prefix) {
      const found = await run(
        "postgres",
        "SELECT datname FROM pg_database WHERE starts_with(datname, $1)",
        [prefix]
      )
      return found.rows.map(({ datname }) => String(datname))
    },
    async analyze(database) {
      await run(database, "VACUUM ANALYZE")
    },
    stop: postgres.stop,
  }
}

const factsFile = (template: string) => join(CACHE, "facts", `${template}.json`)

const readFacts = (template: string) =>
  JSON.parse(readFileSync(factsFile(template), "utf8")) as Facts

/**
 * The loaded catalogue under `template`, from the cache when it is there. A
 * database only gets that name when loading is over, so one that was cut off
 * halfway is never used.
 */
export async function ensureTemplate(
  cluster: Cluster,
  template: string,
  fresh: boolean,
  load: (databaseUrl: string, factsFile: string) => Promise<void>
): Promise<Facts> {
  if (
    !fresh &&
    existsSync(factsFile(template)) &&
    (await cluster.holds(template))
  ) {
    return readFacts(template)
  }
  const draft = `${template}_draft`
  const family = template.slice(0, template.lastIndexOf("_") + 1)
  for (const outdated of await cluster.list(family)) {
    await cluster.drop(outdated)
  }
  mkdirSync(dirname(factsFile(template)), { recursive: true })
  rmSync(factsFile(template), { force: true })
  await cluster.create(draft)
  await load(cluster.url(draft), factsFile(template))
  await cluster.analyze(draft)
  await cluster.rename(draft, template)
  return readFacts(template)
}
