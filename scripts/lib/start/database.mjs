import { existsSync, readFileSync } from "node:fs"
import { createRequire } from "node:module"
import { join } from "node:path"
import { root } from "../files.mjs"
import { Sentence } from "../sentence.mjs"

/** Only present once the packages are installed. */
const driver = () =>
  createRequire(join(root, "package.json"))("@medusajs/framework/pg")

/** The address out of the settings, whole or in parts; nothing when unset. */
export function configuredDatabase(env) {
  if (env.DATABASE_URL || !env.DB_HOST) {
    return env.DATABASE_URL
  }
  const url = new URL(`postgres://${env.DB_HOST}`)
  url.port = env.DB_PORT ?? "5432"
  url.username = env.DB_USER ?? ""
  url.password = env.DB_PASSWORD ?? ""
  url.pathname = `/${env.DB_NAME ?? "duka"}`
  return url.href
}

function parse(address) {
  if (!URL.canParse(address) || !/^postgres(ql)?:/.test(address)) {
    throw new Sentence(
      "DATABASE_URL is not the address of a Postgres. It looks like postgres://user:password@host:5432/duka; signs such as @ and / in the password are written %40 and %2F."
    )
  }
  return new URL(address)
}

function tls(url, env) {
  const sslmode = url.searchParams.get("sslmode") ?? ""
  const chosen = env.DATABASE_TLS ?? "auto"
  const mode = chosen === "auto" ? sslmode : chosen
  if (!/^(require|no-verify|verify)/.test(mode)) {
    return false
  }
  const authority = env.DATABASE_TLS_CA
  return {
    rejectUnauthorized: mode.startsWith("verify"),
    ...(authority && {
      ca: existsSync(authority) ? readFileSync(authority, "utf8") : authority,
    }),
  }
}

async function open(url, env) {
  const address = new URL(url)
  for (const name of ["sslmode", "ssl_mode"]) {
    address.searchParams.delete(name)
  }
  const client = new (driver().Client)({
    connectionString: address.href,
    ssl: tls(url, env),
    connectionTimeoutMillis: 10_000,
    application_name: "duka-start",
  })
  // The server going away is told by the next query, not by a crash.
  client.on("error", () => undefined)
  await client.connect()
  return client
}

const where = (url) => `${url.hostname}:${url.port || 5432}`
const nameOf = (url) => decodeURIComponent(url.pathname.slice(1))

function reason(error, url) {
  const code = error.code ?? error.errors?.[0]?.code
  const user = decodeURIComponent(url.username)
  switch (code) {
    case "ECONNREFUSED":
      return `Nothing answers at ${where(url)}, where DATABASE_URL points. Start that Postgres, or mend the address; without DATABASE_URL Duka brings its own.`
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return `The host ${url.hostname} of DATABASE_URL is not known. Mend the address, or leave DATABASE_URL away and Duka brings its own Postgres.`
    case "28P01":
      return `Postgres at ${where(url)} does not accept the password of user "${user}". Mend user and password in DATABASE_URL.`
    case "28000":
      return `Postgres at ${where(url)} does not let user "${user}" in (${error.message}). Mend DATABASE_URL or the server's pg_hba.conf; a server that wants encryption needs ?sslmode=require.`
    case "3D000":
      return `There is no database "${nameOf(url)}" at ${where(url)}. Mend the address in DATABASE_URL.`
    case "53300":
      return `Postgres at ${where(url)} has no connection left. Stop something that uses it, or raise its max_connections.`
    case "57P03":
      return `Postgres at ${where(url)} is still starting. Try again in a moment.`
    default:
      return `The database of DATABASE_URL at ${where(url)} cannot be reached: ${error.message || code}. Check the address and that the server is up.`
  }
}

async function create(url, env) {
  const name = nameOf(url)
  for (const neighbour of ["postgres", "template1"]) {
    const address = new URL(url)
    address.pathname = `/${neighbour}`
    let client
    try {
      client = await open(address, env)
      await client.query(`create database "${name.replaceAll('"', '""')}"`)
      return
    } catch (error) {
      // Somebody else made it in the meantime.
      if (error.code === "42P04" || error.code === "23505") {
        return
      }
      if (client) {
        throw new Sentence(
          `The database "${name}" does not exist at ${where(url)}, and user "${url.username}" could not create it: ${error.message}. Create it (createdb ${name}) or name another one in DATABASE_URL.`,
          { cause: error }
        )
      }
    } finally {
      await client?.end()
    }
  }
  throw new Sentence(
    `The database "${name}" does not exist at ${where(url)}. Create it (createdb ${name}) or name another one in DATABASE_URL.`
  )
}

/** A connection to the shop's database, which is created when it is missing. */
export async function connect(address, env = {}, { create: may = true } = {}) {
  const url = parse(address)
  try {
    return await open(url, env)
  } catch (error) {
    if (error.code !== "3D000" || !may) {
      throw new Sentence(reason(error, url), { cause: error })
    }
  }
  await create(url, env)
  return open(url, env)
}

const TABLE = "duka_setup"

/**
 * What was done to this database is written down inside it, so that a dump
 * that is put back, a clone or another address brings its own truth along.
 */
export async function setupNotes(client) {
  const note = async (key, value) =>
    client.query(
      `insert into ${TABLE} (key, value) values ($1, $2)
       on conflict (key) do update set value = excluded.value, written_at = now()`,
      [key, JSON.stringify(value)]
    )
  const read = async (key) => {
    const { rows } = await client.query(
      `select value from ${TABLE} where key = $1`,
      [key]
    )
    return rows[0]?.value
  }
  // Two starts on one database take turns; the lock goes with the connection.
  await client.query("select pg_advisory_lock(hashtext($1))", [TABLE])
  await client.query(
    `create table if not exists ${TABLE} (
      key text primary key,
      value jsonb not null,
      written_at timestamptz not null default now()
    )`
  )
  return { note, read }
}
