import { cpSync, lstatSync, mkdirSync, rmSync, symlinkSync } from "node:fs"
import { join } from "node:path"
import { ensureBuilt, fingerprint } from "../build.mjs"
import { claim } from "../claim.mjs"
import { root } from "../files.mjs"
import { endStray, until } from "../identity.mjs"
import { freePort, ownerOfPort, probePort } from "../ports.mjs"
import { Sentence } from "../sentence.mjs"
import { factsFile } from "./facts.mjs"
import { installPackages, isInstalled } from "./install.mjs"
import { ensureMigrated } from "./migrate.mjs"

/** Only whoever holds a folder may run a shop in it. */
export async function takeFolder(dir) {
  const lock = await claim(join(dir, "lock"))
  if (lock.held) {
    const { pid, url } = lock.held
    throw new Sentence(
      `Duka is already running here: ${url ?? "it is still starting"} (process ${pid}). Stop that one first (Ctrl-C where it runs, or kill ${pid}), or give this one a folder and a port of its own: DUKA_DIR=.duka-2 PORT=9100 npm start.`
    )
  }
  // Whoever was killed may have left programs that still hold the port.
  await Promise.all(
    lock.left.flatMap(({ children = [] }) => children.map(endStray))
  )
  rmSync(factsFile(dir), { force: true })
  const children = []
  return {
    ...lock,
    /** Whether the last start was killed; its port may take a moment more. */
    afterCrash: lock.left.length > 0,
    /** Notes a program down, to be found should we be killed. */
    remember(child) {
      children.push(child.describe())
      lock.update({ children })
    },
  }
}

/**
 * The port that was asked for, provided that it is free. The system takes
 * sockets from a killed program a moment after it counts as dead, so after a
 * crash there is some `patience`.
 */
export async function choosePort(port, { patience = 0 } = {}) {
  if (port === 0) {
    return freePort()
  }
  let probe
  const isFree = async () => {
    probe = await probePort(port)
    return probe.free
  }
  if (await until(isFree, { within: patience, every: 100 })) {
    return port
  }
  const other = `choose another port: PORT=${port < 65_000 ? port + 100 : 9100} npm start.`
  if (probe.code === "EACCES") {
    throw new Sentence(
      `This user may not listen on port ${port}; ports below 1024 are for root. Better ${other}`
    )
  }
  const owner = ownerOfPort(port)
  throw new Sentence(
    owner
      ? `Port ${port} is in use by process ${owner.pid} (${owner.command}). Stop it, or ${other}`
      : `Port ${port} is in use by another program. Stop it, or ${other}`
  )
}

export async function ensureInstalled({ dir, progress }) {
  if (!isInstalled()) {
    await progress.phase("Installing the packages", () =>
      installPackages({ log: join(dir, "logs/install.log") })
    )
  }
}

/** The embedded Postgres with an address for the shop's database. */
export async function startOwnPostgres({ dir, progress }) {
  const { startPostgres } = await import("../postgres.mjs")
  return startPostgres({
    dir: join(dir, "postgres"),
    log: join(dir, "logs/postgres.log"),
    onNote: (note) => progress.say(note),
  })
}

/**
 * A build wipes its folder, and Medusa keeps uploads in the folder it runs in.
 * So they go to the checkout's own `static`, where `npm run dev` has them too.
 */
function keepUploads(directory) {
  const uploads = join(root, "static")
  const inBuild = join(directory, "static")
  mkdirSync(uploads, { recursive: true })
  const found = lstatSync(inBuild, { throwIfNoEntry: false })
  if (found?.isSymbolicLink()) {
    return
  }
  if (found) {
    cpSync(inBuild, uploads, { recursive: true, force: false })
    rmSync(inBuild, { recursive: true })
  }
  symlinkSync(uploads, inBuild)
}

/** Where the programs are run from: with watch the sources, else the build. */
export async function preparePlace({ watch = false, progress }) {
  if (watch) {
    return {
      directory: root,
      seed: "./src/scripts/seed.ts",
      simulators: [
        ...["--watch", "--watch-preserve-output"],
        ...["--require", "ts-node/register/transpile-only"],
        "simulators/main.ts",
      ],
    }
  }
  progress.start("Building the server and the admin")
  const { directory, built } = await ensureBuilt({ onProgress: progress.note })
  progress.done(built ? undefined : "The build is current")
  keepUploads(directory)
  return {
    directory,
    seed: "./src/scripts/seed.js",
    simulators: ["simulators/main.js"],
  }
}

/** Brings the database to what the code expects, unless it is there. */
export async function migrate({ client, notes, place, env, dir, progress }) {
  progress.start("Migrating the database")
  const migrated = await ensureMigrated({
    ...{ client, notes, env },
    cwd: place.directory,
    fingerprint: fingerprint(),
    log: join(dir, "logs/migrate.log"),
    onProgress: progress.note,
  })
  progress.done(migrated ? undefined : "The database is migrated")
}
