import { existsSync, readFileSync, readlinkSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { commandOf, identityOf, until } from "../identity.mjs"
import { Sentence } from "../sentence.mjs"

/** No process ever has this id: it is above every system's limit. */
const NOBODY = 2_147_483_647

const lockFile = (data) => join(data, "postmaster.pid")

/** What Postgres writes about itself: its id, its port, its state. */
export function readPostmaster(data) {
  if (!existsSync(lockFile(data))) {
    return undefined
  }
  const lines = readFileSync(lockFile(data), "utf8").split("\n")
  return { pid: Number(lines[0]), port: Number(lines[3]) }
}

function serves(pid, data) {
  try {
    // Postgres works in its data folder and never leaves it.
    return readlinkSync(`/proc/${pid}/cwd`) === data
  } catch {
    const command = commandOf(pid)
    return command.includes("postgres") && command.includes(data)
  }
}

function send(pid, signal) {
  try {
    process.kill(pid, signal)
  } catch (error) {
    if (error.code !== "ESRCH") {
      throw new Sentence(
        `A Postgres that an earlier start left behind (pid ${pid}) belongs to another user and cannot be stopped. Stop it as that user or as root (kill -INT ${pid}), then start again.`,
        { cause: error }
      )
    }
  }
}

/** Ends Postgres: first with order, then without waiting for its clients. */
export async function endPostgres(pid, { patience = 15_000 } = {}) {
  const born = identityOf(pid)
  const gone = () => identityOf(pid) !== born || born === undefined
  for (const signal of ["SIGINT", "SIGQUIT", "SIGKILL"]) {
    if (gone()) {
      return
    }
    send(pid, signal)
    await until(gone, { within: patience })
  }
}

/**
 * Stops a Postgres that lost its parent, after making sure that it is one and
 * serves exactly this folder.
 *
 * A lock file that is still there afterwards names a dead server, but its id
 * may by now be a stranger's, and then Postgres would not start. So the id is
 * made void. The file stays: it also names the shared memory by which Postgres
 * finds out whether any worker of the dead server is still writing.
 */
export async function clearOrphan(data, onNote) {
  const postmaster = readPostmaster(data)
  if (postmaster && serves(postmaster.pid, data)) {
    onNote?.(
      `Stopping the Postgres that an earlier start left behind (pid ${postmaster.pid})`
    )
    await endPostgres(postmaster.pid)
  }
  if (existsSync(lockFile(data))) {
    const [, ...rest] = readFileSync(lockFile(data), "utf8").split("\n")
    writeFileSync(lockFile(data), [NOBODY, ...rest].join("\n"))
  }
}
