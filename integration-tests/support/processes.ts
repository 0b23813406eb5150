import { type ChildProcess, spawn } from "node:child_process"
import { createWriteStream, mkdirSync } from "node:fs"
import { createServer } from "node:net"
import { dirname, join, resolve } from "node:path"

export const root = resolve(__dirname, "../..")
const GUARD = join(__dirname, "guard.cjs")
const LOG_TAIL = 200_000

export type Exit = { code: number | null; signal: NodeJS.Signals | null }

export type Guarded = {
  child: ChildProcess
  pid: number
  /** What the process wrote so far (the last 200,000 characters). */
  logs(): string
  /** Resolves when the process is gone. */
  exited: Promise<Exit>
  /** Resolves with the port once the process serves HTTP. */
  listening: Promise<number>
  /** Resolves with the first line of output that `matches`. */
  line(matches: (line: string) => boolean): Promise<string>
}

type GuardedOptions = {
  args: string[]
  cwd: string
  env: Record<string, string>
  log?: string
}

/** The little a child needs of this machine; the rest is said by name. */
function machine(): Record<string, string> {
  const names = ["PATH", "HOME", "TMPDIR", "LANG"]
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = process.env[name]
      return value === undefined ? [] : [[name, value]]
    })
  )
}

export function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer()
    server.once("error", fail)
    server.listen(0, () => {
      const address = server.address()
      const port = typeof address === "object" ? address?.port : undefined
      server.close(() =>
        port ? done(port) : fail(new Error("The system gave no free port."))
      )
    })
  })
}

/** Starts a Node process that cannot outlive the run. */
export function startGuarded({ args, cwd, env, log }: GuardedOptions): Guarded {
  const child = spawn(process.execPath, ["--require", GUARD, ...args], {
    cwd,
    env: { ...machine(), ...env },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  })
  if (log) {
    mkdirSync(dirname(log), { recursive: true })
    const file = createWriteStream(log)
    child.stdout?.pipe(file, { end: false })
    child.stderr?.pipe(file, { end: false })
    child.once("close", () => file.end())
  }

  let output = ""
  const collect = (chunk: Buffer) => {
    output = (output + chunk.toString("utf8")).slice(-LOG_TAIL)
  }
  child.stdout?.on("data", collect)
  child.stderr?.on("data", collect)

  const exited = new Promise<Exit>((done) => {
    child.once("close", (code, signal) => done({ code, signal }))
    child.once("error", () => done({ code: -1, signal: null }))
  })
  const orExit = <T>(what: string, wait: (done: (value: T) => void) => void) =>
    new Promise<T>((done, fail) => {
      wait(done)
      void exited.then(({ code, signal }) =>
        fail(
          new Error(
            `The process ended (${signal ?? `exit code ${code}`}) before ${what}. It wrote:\n${output}`
          )
        )
      )
    })
  const listening = orExit<number>("it served requests", (done) =>
    child.on("message", (message: { listening?: number }) => {
      if (typeof message?.listening === "number") {
        done(message.listening)
      }
    })
  )
  // Callers that never wait for it must not see an unhandled rejection.
  listening.catch(() => undefined)

  const line: Guarded["line"] = (matches) =>
    orExit("it wrote the expected line", (done) => {
      const look = () => {
        const found = output.split("\n").find(matches)
        if (found !== undefined) {
          done(found)
        }
      }
      child.stdout?.on("data", look)
      child.stderr?.on("data", look)
      look()
    })

  return {
    child,
    pid: child.pid ?? -1,
    logs: () => output,
    exited,
    listening,
    line,
  }
}

/** Asks the process to stop; after ten seconds it is not asked any more. */
export async function stopGuarded({ child, exited }: Guarded): Promise<Exit> {
  if (child.exitCode === null && child.signalCode === null) {
    child.kill("SIGTERM")
    const patience = setTimeout(() => child.kill("SIGKILL"), 10_000)
    await exited
    clearTimeout(patience)
  }
  return exited
}
