import { randomUUID } from "node:crypto"
import { rmSync } from "node:fs"
import { join } from "node:path"
import { MEDUSA } from "../build.mjs"
import { launchNode } from "../children.mjs"
import { readJson, writePrivateJson } from "../files.mjs"
import { diskFull, isDiskFull, Sentence } from "../sentence.mjs"

const KEY = "demo"

/** Runs the seed on a migrated database; what it reports. */
export async function runSeed({ place, env, dir, log, orders, onProgress }) {
  const report = join(dir, `seed-report-${process.pid}.json`)
  const child = launchNode([MEDUSA, "exec", place.seed], {
    cwd: place.directory,
    env: {
      ...env,
      SEED_REPORT: report,
      ...(orders === undefined ? {} : { SEED_ORDERS: String(orders) }),
    },
    log,
    onText: (text) => {
      const said = text.match(/Demo shop: (.*?) \(/)?.[1]
      if (said) {
        onProgress?.(said)
      }
    },
  })
  const { code } = await child.exited
  const written = readJson(report)
  rmSync(report, { force: true })
  if (code === 0 && written) {
    return written
  }
  if (isDiskFull(child.output())) {
    throw diskFull(dir)
  }
  throw new Sentence(
    "The demo shop could not be set up. What was made stays; start again and the rest follows.",
    { tail: child.tail(), log }
  )
}

const reportFile = (dir) => join(dir, "demo-shop.json")

/** Ties the report to its database, by an id that both of them keep. */
export async function rememberDemo({ notes, dir, report }) {
  const database = randomUUID()
  writePrivateJson(reportFile(dir), { database, report })
  await notes.note(KEY, { state: "done", database })
}

/** A database that somebody else filled must not get demo goods. */
async function isInUse(client) {
  const { rows } = await client.query(
    `select exists (select 1 from "user") or exists (select 1 from product) as used`
  )
  return rows[0].used
}

/**
 * Fills the demo shop, once for each database. The log-ins and ids it
 * reported are kept beside, for the second start; nothing is returned for a
 * database with a shop of its own.
 */
export async function ensureDemo({ client, notes, dir, onSeed, ...rest }) {
  const kept = readJson(reportFile(dir))
  const noted = await notes.read(KEY)
  if (noted?.state === "done" && kept?.database === noted.database) {
    return kept.report
  }
  if (!noted && (await isInUse(client))) {
    return undefined
  }
  await notes.note(KEY, noted ?? { state: "begun" })
  const report = await onSeed(() =>
    // Only the report is missing: the orders are there.
    runSeed({ dir, ...rest, ...(noted?.state === "done" && { orders: 0 }) })
  )
  await rememberDemo({ notes, dir, report })
  return report
}
