import { join } from "node:path"
import { parseArgs } from "node:util"
import { readJson } from "./lib/files.mjs"
import { identityOf } from "./lib/identity.mjs"
import { explain, Sentence } from "./lib/sentence.mjs"
import {
  configuredDatabase,
  connect,
  setupNotes,
} from "./lib/start/database.mjs"
import { rememberDemo, runSeed } from "./lib/start/demo.mjs"
import {
  localSettings,
  prepareDirectory,
  readEnvironment,
} from "./lib/start/environment.mjs"
import { factsFile } from "./lib/start/facts.mjs"
import { createProgress } from "./lib/start/progress.mjs"
import {
  ensureInstalled,
  migrate,
  preparePlace,
  startOwnPostgres,
  takeFolder,
} from "./lib/start/shop.mjs"
import { startSimulators } from "./lib/start/simulators.mjs"
import { createStack } from "./lib/start/stack.mjs"

const progress = createProgress()
const stack = createStack()

const USAGE =
  "npm run seed -- --orders 2000 makes the demo shop with 2000 orders; without --orders it makes 200."

function readOrders() {
  const { values } = parseArgs({
    options: { orders: { type: "string" }, help: { type: "boolean" } },
  })
  if (values.help) {
    process.stdout.write(`${USAGE}\n`)
    process.exit(0)
  }
  if (values.orders !== undefined && !/^\d+$/.test(values.orders)) {
    throw new Sentence(
      `--orders takes a whole number, not "${values.orders}". ${USAGE}`
    )
  }
  return values.orders
}

/** The shop that runs from this folder, if one does. */
function runningShop(dir) {
  const facts = readJson(factsFile(dir))
  return facts && identityOf(facts.pid) ? facts : undefined
}

/** The database to seed, and the simulators its payments go to. */
async function findShop(options) {
  const { env, dir } = options
  const running = runningShop(dir)
  if (running) {
    return { databaseUrl: running.database_url, simulators: running.simulators }
  }
  const folder = await takeFolder(dir)
  stack.push(() => folder.release())
  const configured = configuredDatabase(env)
  if (configured) {
    return { databaseUrl: configured, folder }
  }
  const postgres = await progress.phase("Starting Postgres", () =>
    startOwnPostgres({ dir, progress })
  )
  stack.push(postgres.stop)
  return { databaseUrl: postgres.url("duka"), folder }
}

async function simulate({ folder, ...rest }) {
  const { url } = await progress.phase("Starting the simulators", () =>
    startSimulators({
      ...rest,
      onLaunch: (child) => {
        stack.push(child.stop)
        folder.remember(child)
      },
    })
  )
  return url
}

async function seed() {
  const orders = readOrders()
  const options = readEnvironment()
  if (options.production) {
    throw new Sentence(
      "The demo shop has passwords that everybody knows, so it is not made in production. Leave NODE_ENV=production away if this is no production server."
    )
  }
  const { dir, port } = options
  prepareDirectory(dir)
  await ensureInstalled({ dir, progress })
  const { databaseUrl, folder, ...shop } = await findShop(options)
  const place = await preparePlace({ progress })
  const env = localSettings({ ...options, databaseUrl })

  const client = await connect(databaseUrl, env)
  stack.push(() => client.end())
  const notes = await setupNotes(client)
  await migrate({ client, notes, place, env, dir, progress })
  const simulators =
    shop.simulators ??
    env.SIMULATORS_URL ??
    (await simulate({ folder, place, env, port, dir }))
  const report = await progress.phase("Filling the demo shop", () =>
    runSeed({
      ...{ place, dir, orders },
      env: { ...env, SIMULATORS_URL: simulators },
      log: join(dir, "logs/seed.log"),
      onProgress: progress.note,
    })
  )
  await rememberDemo({ notes, dir, report })
}

let code = 0
const stop = async () => {
  await stack.unwind()
  process.exit(code)
}
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.on(signal, () => {
    code = 130
    void stop()
  })
}

seed()
  .catch((error) => {
    if (!stack.unwinding) {
      code = 1
      progress.fail()
      process.stderr.write(`\n${explain(error)?.text ?? error.stack}\n`)
    }
  })
  .finally(stop)
