import { type ChildProcess, spawn } from "node:child_process"
import { mkdirSync, openSync, closeSync, readFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { ROOT } from "./place"

export type Program = {
  /** The command and its arguments. */
  command: string[]
  cwd: string
  env?: Record<string, string>
  /** Everything the program writes goes here. */
  log: string
}

export type Exit = { code: number | null; signal: NodeJS.Signals | null }

const TETHER = join(ROOT, "scripts/lib/tether.cjs")
const TAIL = 20

/** What a program needs of this machine; settings of the shop stay out. */
function machine(): Record<string, string> {
  const names = ["PATH", "HOME", "TMPDIR", "LANG"]
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = process.env[name]
      return value === undefined ? [] : [[name, value]]
    })
  )
}

export const tailOf = (log: string) =>
  readFileSync(log, "utf8").trimEnd().split("\n").slice(-TAIL).join("\n")

export type Running = {
  child: ChildProcess
  exited: Promise<Exit>
  stop(): Promise<void>
}

const PATIENCE = 10_000

/**
 * Starts a program. One of Node runs in a group of its own and is tethered: it
 * ends with the harness, even when that is killed.
 */
export function startProgram({ command, cwd, env, log }: Program): Running {
  mkdirSync(dirname(log), { recursive: true })
  const file = openSync(log, "w")
  const [name, ...rest] = command as [string, ...string[]]
  const tethered = name === process.execPath
  const child = spawn(name, [...(tethered ? ["-r", TETHER] : []), ...rest], {
    cwd,
    detached: tethered,
    env: {
      ...machine(),
      ...(tethered ? { DUKA_TETHER: "1" } : {}),
      MEDUSA_DISABLE_TELEMETRY: "true",
      ...env,
    },
    stdio: [tethered ? "pipe" : "ignore", file, file],
  })
  closeSync(file)
  child.stdin?.on("error", () => undefined)
  const exited = new Promise<Exit>((done, fail) => {
    child.once("exit", (code, signal) => done({ code, signal }))
    child.once("error", fail)
  })
  exited.catch(() => undefined)

  return {
    child,
    exited,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) {
        return
      }
      child.kill("SIGTERM")
      const patience = setTimeout(() => child.kill("SIGKILL"), PATIENCE)
      await exited
      clearTimeout(patience)
    },
  }
}

/** Runs a program to its end; `what` says in an error what did not work. */
export async function runProgram(what: string, program: Program) {
  const { exited } = startProgram(program)
  const { code, signal } = await exited
  if (code !== 0) {
    throw new Error(
      `${what} failed (${signal ?? `exit code ${code}`}). It wrote:\n\n${tailOf(program.log)}\n\nThe whole log is in ${program.log}`
    )
  }
}
