import { readdir } from "node:fs/promises"
import { dirname, join, parse } from "node:path"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { MedusaModule } from "@medusajs/framework/modules-sdk"
import { dynamicImport } from "@medusajs/framework/utils"
import type { Finding } from "./check"

/** `migrationsPath` is ours: a module of ours that has another's tables. */
type Located = { discoveryPath?: string; migrationsPath?: string }

const folderOf = async (resolution: string): Promise<string> => {
  const exports = (await dynamicImport(resolution)) as Located
  return (
    exports.migrationsPath ??
    join(
      dirname(exports.discoveryPath ?? require.resolve(resolution)),
      "migrations"
    )
  )
}

const isMigration = (file: string): boolean => /\d{14}\.[jt]s$/.test(file)

async function namesIn(folder: string): Promise<string[]> {
  try {
    const files = await readdir(folder)
    return files.filter(isMigration).map((file) => parse(file).name)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") {
      return []
    }
    throw error
  }
}

/** Of every module that is switched on. */
export async function shippedMigrations(): Promise<string[]> {
  const paths = MedusaModule.getAllModuleResolutions()
    .map(({ resolutionPath }) => resolutionPath)
    .filter((path): path is string => Boolean(path))
  const names = await Promise.all(
    paths.map(async (path) => namesIn(await folderOf(path)))
  )
  return names.flat()
}

const linkTables = (): string[] =>
  MedusaModule.getAllJoinerConfigs()
    .filter(({ isLink, isReadOnlyLink }) => isLink && !isReadOnlyLink)
    .map(({ databaseConfig }) => databaseConfig?.tableName)
    .filter((table): table is string => Boolean(table))

async function pendingIn(knex: Knex): Promise<string[]> {
  const [shipped, { rows: done }, { rows: tables }] = await Promise.all([
    shippedMigrations(),
    knex.raw<{ rows: { name: string }[] }>(
      "SELECT name FROM mikro_orm_migrations"
    ),
    knex.raw<{ rows: { name: string }[] }>(
      "SELECT name FROM unnest(?::text[]) AS name WHERE to_regclass(quote_ident(name)) IS NULL",
      [linkTables()]
    ),
  ])
  const ran = new Set(done.map(({ name }) => parse(name).name))
  return [
    ...shipped.filter((name) => !ran.has(name)),
    ...tables.map(({ name }) => name),
  ]
}

/** What a process ships does not change, so one clean answer holds. */
const clean = new WeakSet<Knex>()

export async function checkMigrations(knex: Knex): Promise<Finding> {
  if (clean.has(knex)) {
    return { status: "ok", pending: 0 }
  }
  const pending = await pendingIn(knex)
  if (pending.length === 0) {
    clean.add(knex)
    return { status: "ok", pending: 0 }
  }
  return {
    status: "failed",
    pending: pending.length,
    message: "The database is older than the server. Run `npm run predeploy`.",
  }
}
