import { spawnSync } from "node:child_process"
import { readFileSync } from "node:fs"
import { setTimeout as pause } from "node:timers/promises"

/**
 * Process ids are used again. A process is therefore known by its id and the
 * moment it started; comparing both tells a live owner from a stranger who
 * got the id of a dead one.
 */

const UNSEEN = "unseen"

const bootId = () => {
  try {
    return readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()
  } catch {
    return ""
  }
}

function fromProc(pid) {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8")
  // The name in brackets may itself hold spaces and brackets.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ")
  const [state, startTime] = [fields[0], fields[19]]
  return state === "Z" || state === "X" ? undefined : `${bootId()}:${startTime}`
}

function fromPs(pid) {
  const { stdout, error } = spawnSync(
    "ps",
    ["-o", "stat=,lstart=", "-p", String(pid)],
    { encoding: "utf8", env: { ...process.env, LC_ALL: "C" } }
  )
  if (error) {
    return UNSEEN
  }
  const [, state, started] = stdout.trim().match(/^(\S+)\s+(.+)$/) ?? []
  return !state || state.startsWith("Z") ? undefined : started
}

function exists(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === "EPERM"
  }
}

/** What tells this run of `pid` from any other; nothing when it is dead. */
export function identityOf(pid) {
  if (!Number.isInteger(pid) || pid <= 0 || !exists(pid)) {
    return undefined
  }
  if (process.platform !== "linux") {
    return fromPs(pid)
  }
  try {
    return fromProc(pid)
  } catch {
    // A system may hide other people's processes: there, but not readable.
    return exists(pid) ? UNSEEN : undefined
  }
}

export const describeProcess = (pid) => ({ pid, identity: identityOf(pid) })

export function isAlive({ pid, identity }) {
  const now = identityOf(pid)
  return now !== undefined && (now === identity || now === UNSEEN)
}

/** The command line of a process, as far as this user may see it. */
export function commandOf(pid) {
  if (process.platform === "linux") {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, "utf8")
        .split("\0")
        .join(" ")
        .trim()
    } catch {
      return ""
    }
  }
  const { stdout } = spawnSync(
    "ps",
    ["-ww", "-o", "command=", "-p", String(pid)],
    { encoding: "utf8" }
  )
  return (stdout ?? "").trim()
}

/**
 * Waits for something no event tells of, such as the end of a process that
 * is not our child. Says whether it came in time.
 */
export async function until(holds, { within, every = 25 }) {
  const deadline = Date.now() + within
  while (!(await holds())) {
    if (Date.now() > deadline) {
      return false
    }
    await pause(every)
  }
  return true
}

/** Ends a process that an earlier start left behind, with its whole group. */
export async function endStray(stray, { grace = 3_000 } = {}) {
  for (const signal of ["SIGTERM", "SIGKILL"]) {
    if (!isAlive(stray)) {
      return
    }
    for (const target of [-stray.pid, stray.pid]) {
      try {
        process.kill(target, signal)
      } catch (error) {
        if (error.code !== "ESRCH") {
          throw error
        }
      }
    }
    await until(() => !isAlive(stray), { within: grace })
  }
}
