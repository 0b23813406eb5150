import { randomBytes } from "node:crypto"
import { join } from "node:path"
import { maintain, templateName } from "../databases"
import { freePort, root } from "../processes"
import { launchServer } from "../server"
import { launchSimulators } from "../simulators"
import { type ShopFacts, writeFacts } from "./facts"
import { type Place, findPlace } from "./place"
import { onTeardown, tearDown } from "./run"
import { ensureTemplates } from "./templates"

type Cluster = { dir: string; server: string }

/** The run's Postgres: the one `npm test` started, or else one of our own. */
async function openCluster(place: Place) {
  const given = process.env.DUKA_TEST_CLUSTER
  if (given) {
    const cluster = JSON.parse(given) as Cluster
    return { cluster, ...(await ensureTemplates(cluster, place)) }
  }
  const { startCluster } = await import("../../../scripts/test/cluster.mjs")
  const cluster = await startCluster()
  onTeardown(cluster.stop)
  const templates = await ensureTemplates(cluster, place)
  await cluster.shelve()
  return { cluster, ...templates }
}

async function openShop(
  type: string,
  place: Place,
  cluster: Cluster
): Promise<ShopFacts> {
  const name = `duka_shop_${randomBytes(6).toString("hex")}`
  await maintain(
    cluster.server,
    `CREATE DATABASE "${name}" TEMPLATE "${templateName("base")}"`
  )
  const database = `${cluster.server}${name}`
  onTeardown(() =>
    maintain(cluster.server, `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`)
  )
  const port = await freePort()
  const log = join(root, `.cache/test-logs/${type}-shop.log`)
  const simulators = await launchSimulators(place, {
    shopUrl: `http://localhost:${port}`,
    log: join(root, `.cache/test-logs/${type}-simulators.log`),
  })
  onTeardown(simulators.stop)
  // A prompt that one spec left unanswered ends in none that follow it.
  await simulators.control.config("daraja", { prompt_ms: 3_600_000 })
  const server = await launchServer(place, {
    port,
    database,
    log,
    env: { SIMULATORS_URL: simulators.url },
  })
  onTeardown(server.stop)
  return {
    url: server.url,
    simulators: simulators.url,
    databaseUrl: database,
    log,
  }
}

/** Module specs connect through @medusajs/test-utils, which reads these. */
function nameForTestUtils(server: string) {
  const { hostname, port, username, password } = new URL(server)
  Object.assign(process.env, {
    DB_HOST: hostname,
    DB_PORT: port,
    DB_USERNAME: username,
    DB_PASSWORD: password,
  })
}

export default async function setUp() {
  const type = process.env.TEST_TYPE ?? ""
  try {
    const place = await findPlace(type)
    const { cluster, seed } = await openCluster(place)
    if (type === "modules") {
      nameForTestUtils(cluster.server)
    }
    const shared = type === "http" || type === "browser"
    writeFacts(join(cluster.dir, `facts-${type}.json`), {
      postgres: cluster.server,
      server: place,
      seed,
      shop: shared ? await openShop(type, place, cluster) : undefined,
    })
  } catch (error) {
    // Jest does not run the teardown of a setup that failed.
    await tearDown()
    throw error
  }
}
