import { readdirSync } from "node:fs"
import { createRequire } from "node:module"
import { dirname, join, parse } from "node:path"
import { fail, ok, warn } from "./finding.mjs"

/** What a production server talks to. */

const OLDEST_POSTGRES = 14

const PATIENCE = 5_000

const ADVICE = {
  ECONNREFUSED: "nothing answers there. Start it, or mend the address.",
  ENOTFOUND: "the host is not known. Mend the address.",
  EAI_AGAIN: "the host is not known. Mend the address.",
  "28P01": "the password is wrong.",
  28000: "the user may not log in, or must encrypt; see DATABASE_TLS.",
  "3D000": "the database does not exist. Create it.",
  DEPTH_ZERO_SELF_SIGNED_CERT:
    "its certificate is not trusted. Set DATABASE_TLS_CA.",
  SELF_SIGNED_CERT_IN_CHAIN:
    "its certificate is not trusted. Set DATABASE_TLS_CA.",
}

const codeOf = (error) => error.code ?? error.errors?.[0]?.code

/** Without the address, which may hold a password. */
const reasonOf = (error) =>
  ADVICE[codeOf(error)] ?? `${error.message || codeOf(error)}.`

const FACTS = `
  select current_setting('server_version_num')::int / 10000 as version,
         current_setting('server_version') as name,
         current_setting('max_connections')::int as connections,
         pg_encoding_to_char(encoding) as encoding,
         has_database_privilege(datname, 'CREATE') as may_create,
         to_regclass('mikro_orm_migrations') is not null as migrated,
         array(select needed.name
           from (values ('pg_trgm'), ('unaccent')) as needed(name)
           where not exists (
               select 1 from pg_extension where extname = needed.name)
             and (not has_database_privilege(datname, 'CREATE') or not exists (
               select 1 from pg_available_extensions a
               where a.name = needed.name))
           order by needed.name) as lacking
    from pg_database where datname = current_database()`

export function judgeDatabase(facts, poolMax) {
  const findings = []
  if (facts.version < OLDEST_POSTGRES) {
    findings.push(
      fail(
        "Database",
        `is Postgres ${facts.name}; ${OLDEST_POSTGRES} or newer is needed.`
      )
    )
  }
  if (facts.encoding !== "UTF8") {
    findings.push(
      fail(
        "Database",
        `stores text as ${facts.encoding}; Bengali and Hindi need UTF8. Create it with -E UTF8.`
      )
    )
  }
  if (!facts.may_create) {
    findings.push(
      warn(
        "Database",
        "this user may not create schemas, so migrations may fail."
      )
    )
  }
  if (facts.lacking?.length > 0) {
    findings.push(
      fail(
        "Database",
        `lacks what searching needs. Have somebody who may run in it: ${facts.lacking.map((name) => `CREATE EXTENSION ${name};`).join(" ")}`
      )
    )
  }
  if (poolMax > facts.connections / 2) {
    findings.push(
      warn(
        "Database",
        `allows ${facts.connections} connections and each process takes up to ${poolMax}; two processes leave none. Lower DATABASE_POOL_MAX.`
      )
    )
  }
  return findings.length > 0
    ? findings
    : [ok("Database", `answers, Postgres ${facts.name}`)]
}

const migrationsIn = (folder) => {
  try {
    return readdirSync(folder)
      .map((file) => parse(file))
      .filter(({ name, ext }) => /\d{14}$/.test(name) && /^\.[jt]s$/.test(ext))
      .map(({ name }) => name)
  } catch (error) {
    if (error.code === "ENOENT") {
      return []
    }
    throw error
  }
}

/** The migrations of every module the configuration switches on. */
export function shippedMigrations(root, require) {
  const { modules } = require(join(root, "medusa-config"))
  return Object.values(modules)
    .filter((module) => module && !module.disable)
    .map(({ resolve }) => resolve)
    .filter((resolution) => typeof resolution === "string")
    .flatMap((resolution) => {
      const path = resolution.startsWith(".")
        ? join(root, resolution)
        : resolution
      const place = require(path).discoveryPath ?? require.resolve(path)
      return migrationsIn(join(dirname(place), "migrations"))
    })
}

async function checkMigrations(client, migrated, shipped) {
  if (!migrated) {
    return warn("Migrations", "none has run. Run npm run predeploy.")
  }
  const { rows } = await client.query("select name from mikro_orm_migrations")
  const ran = new Set(rows.map(({ name }) => parse(name).name))
  const pending = shipped.filter((name) => !ran.has(name))
  return pending.length > 0
    ? fail("Migrations", `${pending.length} wait. Run npm run predeploy.`)
    : ok("Migrations", "all have run")
}

export async function checkDatabase({ root, settings, connection, sound }) {
  const require = createRequire(join(root, "package.json"))
  const { Client } = require("@medusajs/framework/pg")
  const client = new Client({ ...connection, query_timeout: PATIENCE })
  client.on("error", () => undefined)
  try {
    await client.connect()
  } catch (error) {
    return [fail("Database", `cannot be reached: ${reasonOf(error)}`)]
  }
  try {
    const { rows } = await client.query(FACTS)
    const judged = judgeDatabase(rows[0], settings.DATABASE_POOL_MAX)
    if (!sound) {
      const message = "cannot be compared before the settings are sound."
      return [...judged, warn("Migrations", message)]
    }
    const shipped = shippedMigrations(root, require)
    return [...judged, await checkMigrations(client, rows[0].migrated, shipped)]
  } finally {
    await client.end()
  }
}

const infoOf = (text) =>
  Object.fromEntries(
    text
      .split("\r\n")
      .filter((line) => line.includes(":"))
      .map((line) => [
        line.slice(0, line.indexOf(":")),
        line.slice(line.indexOf(":") + 1),
      ])
  )

export function judgeRedis({ redis_version, maxmemory_policy }) {
  return maxmemory_policy && maxmemory_policy !== "noeviction"
    ? warn(
        "Redis",
        `throws keys away when full (${maxmemory_policy}), and with them jobs. Set maxmemory-policy to noeviction.`
      )
    : ok("Redis", `answers, version ${redis_version}`)
}

export async function checkRedis({ root, settings }) {
  if (!settings.REDIS_URL) {
    return ok("Redis", "is not used")
  }
  const require = createRequire(join(root, "package.json"))
  const Redis = require("ioredis")
  const client = new Redis(settings.REDIS_URL, {
    lazyConnect: true,
    connectTimeout: PATIENCE,
    maxRetriesPerRequest: 0,
    retryStrategy: () => null,
  })
  let refusal
  client.on("error", (error) => {
    refusal ??= error
  })
  try {
    await client.connect()
    return judgeRedis(infoOf(await client.info()))
  } catch (error) {
    return fail("Redis", `cannot be reached: ${reasonOf(refusal ?? error)}`)
  } finally {
    client.disconnect()
  }
}
