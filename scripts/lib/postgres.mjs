import { spawn } from "node:child_process"
import { mkdirSync, readFileSync, realpathSync } from "node:fs"
import { dirname, join } from "node:path"
import { setTimeout as pause } from "node:timers/promises"
import { fileURLToPath } from "node:url"
import { claim } from "./claim.mjs"
import { appendLog } from "./log.mjs"
import { freePort } from "./ports.mjs"
import { findPackage, readyBinaries } from "./postgres/binaries.mjs"
import { ensureCluster, USER } from "./postgres/cluster.mjs"
import { clearOrphan, endPostgres, readPostmaster } from "./postgres/orphan.mjs"
import {
  chooseOwner,
  reachable,
  refuseForeignData,
  SHARED_PLACE,
} from "./postgres/owner.mjs"
import { diskFull, isDiskFull, lastLines, Sentence } from "./sentence.mjs"

export { freePort }

const GUARD = readFileSync(
  join(dirname(fileURLToPath(import.meta.url)), "postgres/guard.sh"),
  "utf8"
)

const HOST = "127.0.0.1"
const READY = "database system is ready to accept connections"
const PORT_TAKEN = /could not bind|Address already in use/
const STILL_IN_USE = /shared memory block .* is still in use/s
const ATTEMPTS = 20

const DEFAULTS = {
  listen_addresses: HOST,
  unix_socket_directories: "",
  max_connections: 200,
  timezone: "UTC",
  log_timezone: "UTC",
}

function launch({ native, data, port, owner, settings, log }) {
  const flags = Object.entries({ ...DEFAULTS, ...settings }).flatMap(
    ([name, value]) => ["-c", `${name}=${value}`]
  )
  const command = [join(native, "bin", "postgres"), "-D", data]
  const child = spawn(
    "/bin/sh",
    ["-c", GUARD, "postgres-guard", ...command, "-p", String(port), ...flags],
    {
      ...owner,
      cwd: data,
      // A group of its own: Ctrl-C in a terminal must reach Postgres last.
      detached: true,
      stdio: ["pipe", "ignore", "pipe"],
    }
  )
  child.stdin.on("error", () => undefined)
  const exited = new Promise((resolve) => {
    child.once("exit", resolve)
    child.once("error", resolve)
  })
  const ready = new Promise((resolve, reject) => {
    let output = ""
    child.stderr.on("data", (chunk) => {
      log?.write(chunk)
      if (output !== undefined) {
        output += chunk
        if (output.includes(READY)) {
          output = undefined
          resolve()
        }
      }
    })
    void exited.then(() => reject(new Error(output)))
  })
  return { child, exited, ready }
}

async function launchSomewhere({ port, ...rest }, failed) {
  for (let attempt = 1; ; attempt++) {
    const chosen = attempt === 1 && port ? port : await freePort()
    const run = launch({ ...rest, port: chosen })
    try {
      await run.ready
      return { ...run, port: chosen }
    } catch ({ message }) {
      const temporary = PORT_TAKEN.test(message) || STILL_IN_USE.test(message)
      if (!temporary || attempt === ATTEMPTS) {
        throw failed(message)
      }
      if (STILL_IN_USE.test(message)) {
        // Workers of a dead server leave by themselves within a moment.
        await pause(250)
      }
    }
  }
}

/**
 * Starts (and first creates) the Postgres whose files are in `dir`. Only this
 * machine can reach it, and only with the password in `url`. It ends with the
 * process that started it, however that ends.
 */
export async function startPostgres({
  dir,
  port,
  settings = {},
  log: logFile,
  onNote,
  found = findPackage(),
  shared = SHARED_PLACE,
}) {
  mkdirSync(dir, { recursive: true })
  const folder = realpathSync(dir)
  refuseForeignData(join(folder, "data"))
  const lock = await claim(join(folder, "lock"))
  if (lock.held) {
    throw new Sentence(
      `The database in ${folder} is in use by process ${lock.held.pid}. Stop that one first, or set DUKA_DIR to another folder.`
    )
  }
  try {
    const owner = chooseOwner(folder)
    const { home, native } = reachable({
      ...{ dir: folder, owner, found, shared, onNote },
      native: readyBinaries({ found, spare: folder }),
    })
    const data = join(home, "data")
    await clearOrphan(data, onNote)
    const password = ensureCluster({ data, native, owner, onNote })
    const log = logFile ? appendLog(logFile) : undefined
    const run = await launchSomewhere(
      { native, data, port, owner, settings, log },
      (output) =>
        isDiskFull(output)
          ? diskFull(data)
          : new Sentence(`Postgres did not start on ${data}.`, {
              tail: lastLines(output),
              log: logFile,
            })
    )
    let stopping
    const stop = async () => {
      const postmaster = readPostmaster(data)
      if (postmaster) {
        await endPostgres(postmaster.pid)
      }
      run.child.stdin.destroy()
      await run.exited
      log?.end()
      lock.release()
    }
    return {
      port: run.port,
      data,
      url: (database) =>
        `postgres://${USER}:${password}@${HOST}:${run.port}/${database}`,
      /** Resolves when Postgres is gone, also when nobody asked it to go. */
      exited: run.exited,
      stop: () => (stopping ??= stop()),
    }
  } catch (error) {
    lock.release()
    throw error
  }
}
