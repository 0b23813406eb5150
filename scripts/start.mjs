import { rmSync } from "node:fs"
import { join } from "node:path"
import { killChildren } from "./lib/children.mjs"
import { explain, Sentence } from "./lib/sentence.mjs"
import {
  configuredDatabase,
  connect,
  setupNotes,
} from "./lib/start/database.mjs"
import { ensureDemo } from "./lib/start/demo.mjs"
import {
  localSettings,
  prepareDirectory,
  productionSettings,
  readEnvironment,
} from "./lib/start/environment.mjs"
import {
  closingLines,
  drawBox,
  factsFile,
  writeFacts,
} from "./lib/start/facts.mjs"
import { createProgress } from "./lib/start/progress.mjs"
import { serverDied, startServer } from "./lib/start/server.mjs"
import {
  choosePort,
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
const begun = Date.now()

async function stopEverything(code) {
  const errors = await stack.unwind()
  errors.forEach((error) => process.stderr.write(`${error.message}\n`))
  process.exit(errors.length > 0 ? 1 : code)
}

async function fail(error) {
  if (stack.unwinding) {
    return
  }
  progress.fail()
  process.stderr.write(`\n${explain(error)?.text ?? error.stack}\n`)
  await stopEverything(1)
}

function onSignal() {
  if (stack.unwinding) {
    // A second Ctrl-C: the person does not want to wait. Postgres ends with us.
    killChildren()
    process.exit(130)
  }
  progress.fail()
  process.stdout.write("\nStopping ...\n")
  void stopEverything(0)
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.on(signal, onSignal)
}
// The reader of a pipe may leave before us.
process.stdout.on("error", () => undefined)
process.stderr.on("error", () => undefined)

/** Whatever dies by itself takes everything with it. */
function watchOver(exited, reason) {
  void exited.then((exit) => fail(reason(exit)))
}

async function openDatabase({ env, dir, production }) {
  const configured = configuredDatabase(env)
  if (!configured && production) {
    throw new Sentence(
      "A production server needs a database that somebody looks after. Set DATABASE_URL to it; without NODE_ENV=production Duka brings its own."
    )
  }
  if (configured) {
    return configured
  }
  const postgres = await progress.phase("Starting Postgres", () =>
    startOwnPostgres({ dir, progress })
  )
  stack.push(postgres.stop)
  watchOver(
    postgres.exited,
    () =>
      new Sentence(
        "Postgres stopped by itself, so everything else was stopped too.",
        { log: join(dir, "logs/postgres.log") }
      )
  )
  return postgres.url("duka")
}

async function fill({ client, notes, place, env, dir, simulators }) {
  const report = await ensureDemo({
    ...{ client, notes, dir, place },
    env: { ...env, ...(simulators && { SIMULATORS_URL: simulators.url }) },
    log: join(dir, "logs/seed.log"),
    onProgress: progress.note,
    onSeed: (seed) => progress.phase("Filling the demo shop", seed),
  })
  if (!report) {
    progress.say(
      "This database already holds a shop, so no demo goods were added. npm run seed adds them."
    )
  }
  return report
}

async function simulate({ place, env, port, dir, folder }) {
  if (env.SIMULATORS_URL) {
    return {
      url: env.SIMULATORS_URL,
      phone_page: `${env.SIMULATORS_URL}/phone`,
    }
  }
  const simulators = await startSimulators({
    ...{ place, env, port, dir },
    onLaunch: (child) => {
      stack.push(child.stop)
      folder.remember(child)
    },
  })
  watchOver(
    simulators.child.exited,
    () =>
      new Sentence(
        "The simulators stopped by themselves, so everything else was stopped too.",
        { tail: simulators.child.tail(), log: simulators.child.log }
      )
  )
  return simulators
}

async function open() {
  const options = readEnvironment({ watch: process.argv.includes("--watch") })
  const { dir, production, watch } = options
  prepareDirectory(dir)
  // Production servers share nothing that is kept in this folder.
  const folder = production ? undefined : await takeFolder(dir)
  stack.push(() => folder?.release())
  const port = await choosePort(options.port, {
    patience: folder?.afterCrash ? 10_000 : 0,
  })
  await ensureInstalled({ dir, progress })

  const databaseUrl = await openDatabase(options)
  const place = await preparePlace({ watch, progress })
  const settings = production ? productionSettings : localSettings
  const env = settings({ ...options, port, databaseUrl })
  const url = env.BACKEND_URL ?? `http://localhost:${port}`
  folder?.update({ url })

  const client = await connect(databaseUrl, env)
  stack.push(() => client.end())
  const notes = await setupNotes(client)
  await migrate({ client, notes, place, env, dir, progress })

  let simulators
  let report
  if (!production) {
    simulators = await progress.phase("Starting the simulators", () =>
      simulate({ place, env, port, dir, folder })
    )
    report = await fill({ client, notes, place, env, dir, simulators })
  }
  await client.end()

  const show = production || watch
  progress.start("Starting the server", { still: show })
  const server = await startServer({
    ...{ place, port, watch },
    env: { ...env, ...(simulators && { SIMULATORS_URL: simulators.url }) },
    host: env.HOST ?? "localhost",
    log: production ? undefined : join(dir, "logs/server.log"),
    show,
    onLaunch: (child) => {
      stack.push(() => child.stop({ grace: production ? 30_000 : 10_000 }))
      folder?.remember(child)
    },
  })
  watchOver(server.exited, (exit) => serverDied(server, exit))
  progress.done()

  if (!production) {
    stack.push(() => rmSync(factsFile(dir), { force: true }))
    writeFacts(dir, { url, report, simulators, databaseUrl })
  }
  const title = `Duka is open, ${((Date.now() - begun) / 1000).toFixed(1)} s after the command. Ctrl-C closes it.`
  process.stdout.write(
    drawBox(
      title,
      closingLines({ url, env, place, report, simulators }),
      progress
    )
  )
  server.show()
}

open().catch(fail)
