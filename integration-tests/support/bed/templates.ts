import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { maintain, oneAtATime, templateName } from "../databases"
import { startGuarded } from "../processes"
import { MEDUSA } from "../server"
import type { SeedFacts } from "./facts"
import type { Place } from "./place"

async function medusa(
  place: Place,
  database: string,
  args: string[],
  env: Record<string, string> = {}
) {
  const run = startGuarded({
    args: [MEDUSA, ...args],
    cwd: place.directory,
    env: {
      NODE_ENV: "test",
      DATABASE_URL: database,
      MEDUSA_DISABLE_TELEMETRY: "true",
      ...env,
    },
  })
  const { code } = await run.exited
  if (code !== 0) {
    throw new Error(
      `\`medusa ${args.join(" ")}\` failed with exit code ${code} while the test templates were made. It wrote:\n${run.logs()}`
    )
  }
}

type Cluster = { dir: string; server: string }

/** Makes `duka_template_empty` and `duka_template_base`, unless they exist. */
export const ensureTemplates = (cluster: Cluster, place: Place) =>
  // Two parts of `npm test` begin at once.
  oneAtATime(cluster.server, "duka templates", () => findOrMake(cluster, place))

async function findOrMake(
  cluster: Cluster,
  place: Place
): Promise<{ seed: SeedFacts }> {
  const report = join(cluster.dir, "seed.json")
  if (!existsSync(report)) {
    const empty = templateName("empty")
    const base = templateName("base")
    const draft = `${base}_draft`
    for (const name of [empty, base, draft]) {
      await maintain(cluster.server, `DROP DATABASE IF EXISTS "${name}"`)
    }
    await maintain(cluster.server, `CREATE DATABASE "${empty}"`)
    await medusa(place, `${cluster.server}${empty}`, [
      "db:migrate",
      "--execute-safe-links",
    ])
    await maintain(
      cluster.server,
      `CREATE DATABASE "${draft}" TEMPLATE "${empty}"`
    )
    await medusa(
      place,
      `${cluster.server}${draft}`,
      ["exec", `./src/scripts/seed-base.${place.built ? "js" : "ts"}`],
      // A region offers the providers that exist while it is made, so cards
      // must be on; nothing is asked at this address.
      { SEED_REPORT: report, SIMULATORS_URL: "http://localhost:9" }
    )
    await maintain(
      cluster.server,
      `ALTER DATABASE "${draft}" RENAME TO "${base}"`
    )
  }
  return { seed: JSON.parse(readFileSync(report, "utf8")) as SeedFacts }
}
