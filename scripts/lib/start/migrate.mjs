import { createHash } from "node:crypto"
import { launchNode } from "../children.mjs"
import { MEDUSA } from "../build.mjs"
import { diskFull, isDiskFull, Sentence } from "../sentence.mjs"

const KEY = "migrated"

/** What nobody declares any more is left where it is. */
const SAFELY = ["--execute-safe-links", "--execute-safe-search"]

/** What the search provider says of a database it cannot work in. */
const LACKS = /Searching needs the Postgres extensions [^"\n]*;/

/** Where Medusa keeps its own books of what it applied. */
const BOOKS = [
  ["mikro_orm_migrations", "name"],
  ["link_module_migrations", "table_name"],
  ["script_migrations", "script_name"],
  ["search_index", "name"],
]

const exists = async (client, table) =>
  (await client.query("select to_regclass($1) as found", [table])).rows[0]
    .found !== null

async function books(client) {
  const hash = createHash("sha256")
  for (const [table, column] of BOOKS) {
    const { rows } = (await exists(client, table))
      ? await client.query(
          `select ${column}::text as entry from ${table} order by 1`
        )
      : { rows: [] }
    hash.update(JSON.stringify([table, ...rows.map(({ entry }) => entry)]))
  }
  return hash.digest("hex")
}

/** Switches of Medusa that add tables. */
const flags = (env) =>
  Object.entries(env)
    .filter(([name]) => name.startsWith("MEDUSA_FF_"))
    .sort()

async function run({ cwd, env, log, onProgress }) {
  const child = launchNode([MEDUSA, "db:migrate", ...SAFELY], {
    cwd,
    env,
    log,
    onText: (text) => {
      const module = text.match(/MODULE: (\S+)/)?.[1]
      if (module) {
        onProgress?.(module)
      }
    },
  })
  const { code } = await child.exited
  if (code === 0) {
    return
  }
  if (isDiskFull(child.output())) {
    throw diskFull()
  }
  const lacks = child.output().match(LACKS)
  if (lacks) {
    throw new Sentence(lacks[0])
  }
  throw new Sentence(
    "The database could not be migrated. What was applied before the error stays; mend the cause below and start again, the rest follows.",
    { tail: child.tail(), log }
  )
}

/**
 * Migrates unless this code has already migrated this database, and nobody
 * has taken a migration back since. Says whether there was something to do.
 */
export async function ensureMigrated({
  client,
  notes,
  fingerprint,
  env,
  ...rest
}) {
  const code = createHash("sha256")
    .update(fingerprint)
    .update(JSON.stringify(flags(env)))
    .digest("hex")
  const done = await notes.read(KEY)
  if (done?.code === code && done.books === (await books(client))) {
    return false
  }
  await run({ env, ...rest })
  await notes.note(KEY, { code, books: await books(client) })
  return true
}
