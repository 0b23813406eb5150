import { spawn } from "node:child_process"
import { fileURLToPath } from "node:url"
import { describeProcess, until } from "./identity.mjs"
import { appendLog } from "./log.mjs"
import { lastLines } from "./sentence.mjs"

const TETHER = fileURLToPath(new URL("./tether.cjs", import.meta.url))
const KEPT = 100_000
const running = new Set()

function groupExists(pid) {
  try {
    process.kill(-pid, 0)
    return true
  } catch (error) {
    return error.code === "EPERM"
  }
}

function signalGroup(pid, signal) {
  try {
    process.kill(-pid, signal)
  } catch (error) {
    if (error.code !== "ESRCH") {
      throw error
    }
  }
}

/**
 * Starts a program in a process group of its own, so that Ctrl-C in a terminal
 * reaches only us and we end things in order. It ends when we end.
 */
export function launch(
  command,
  args,
  { cwd, env, log: logFile, onText, show = false, tethered = false }
) {
  const log = logFile ? appendLog(logFile) : undefined
  const child = spawn(command, args, {
    cwd,
    env: tethered ? { ...env, DUKA_TETHER: "1" } : env,
    detached: true,
    stdio: ["pipe", "pipe", "pipe"],
  })
  running.add(child)
  let output = ""
  let shown = show
  let note = onText

  const read = (chunk, target) => {
    log?.write(chunk)
    output = (output + chunk).slice(-KEPT)
    note?.(String(chunk))
    if (shown) {
      target.write(chunk)
    }
  }
  child.stdin.on("error", () => undefined)
  child.stdout.on("data", (chunk) => read(chunk, process.stdout))
  child.stderr.on("data", (chunk) => read(chunk, process.stderr))

  const exited = new Promise((resolve) => {
    // "close" also waits for the last of the output.
    child.once("close", (code, signal) => resolve({ code, signal }))
    child.once("error", (error) => {
      output += error.message
      resolve({ code: -1, signal: null, error })
    })
  })
  void exited.then(() => {
    running.delete(child)
    log?.end()
  })

  const stop = async ({ grace = 10_000 } = {}) => {
    if (!child.pid) {
      return
    }
    for (const signal of ["SIGTERM", "SIGKILL"]) {
      signalGroup(child.pid, signal)
      if (await until(() => !groupExists(child.pid), { within: grace })) {
        break
      }
    }
    child.stdout.destroy()
    child.stderr.destroy()
    await exited
  }

  return {
    pid: child.pid,
    log: logFile,
    exited,
    stop,
    /** From now on its output is for the person at the terminal. */
    show() {
      shown = true
      note = undefined
    },
    tail: () => lastLines(output),
    output: () => output,
    describe: () => describeProcess(child.pid),
  }
}

/** Starts a Node program that ends with this one, however this one ends. */
export const launchNode = (args, options) =>
  launch(process.execPath, ["--require", TETHER, ...args], {
    ...options,
    tethered: true,
  })

/** For the second Ctrl-C: ends every program at once. */
export function killChildren() {
  for (const { pid } of running) {
    signalGroup(pid, "SIGKILL")
  }
}
