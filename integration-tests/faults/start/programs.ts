import { type ChildProcess, spawn } from "node:child_process"
import {
  chownSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
} from "node:fs"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"
import { setTimeout as pause } from "node:timers/promises"
import { onRelease } from "../../support/resources"

export const root = resolve(__dirname, "../../..")
export const asRoot = process.getuid?.() === 0

type User = { uid?: number; gid?: number }

/** Somebody without rights, as far as this process may be somebody else. */
export const ordinaryUser: User = asRoot ? { uid: 65534, gid: 65534 } : {}

export type Program = {
  child: ChildProcess
  pid: number
  output(): string
  /** Resolves with the output as soon as it holds `text`. */
  says(text: string): Promise<string>
  ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>
}

const running = new Map<ChildProcess, Program["ended"]>()

export function startProgram(
  args: string[],
  {
    env = {},
    cwd = root,
    ...user
  }: User & {
    env?: Record<string, string>
    cwd?: string
  } = {}
): Program {
  const child = spawn(process.execPath, args, {
    cwd,
    // NODE_ENV=test: nobody's `.env` may lead a test to a real database.
    env: {
      PATH: process.env.PATH,
      NODE_ENV: "test",
      ...env,
    },
    // A group of its own, as a terminal gives to each command.
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
    ...user,
  })
  let output = ""
  const ended = new Promise<Awaited<Program["ended"]>>((done) =>
    child.once("close", (code, signal) => done({ code, signal }))
  )
  running.set(child, ended)
  void ended.then(() => running.delete(child))
  const listeners = new Set<() => void>()
  const read = (chunk: Buffer) => {
    output += chunk
    listeners.forEach((look) => look())
  }
  child.stdout?.on("data", read)
  child.stderr?.on("data", read)

  return {
    child,
    pid: child.pid ?? -1,
    output: () => output,
    ended,
    says: (text) =>
      new Promise((done, fail) => {
        const look = () => {
          if (output.includes(text)) {
            listeners.delete(look)
            done(output)
          }
        }
        listeners.add(look)
        look()
        void ended.then(() =>
          fail(new Error(`It ended before it said "${text}":\n${output}`))
        )
      }),
  }
}

/** Ends what a failed test left; what these started ends with them. */
export async function killPrograms() {
  const ends = [...running.values()]
  running.forEach((_, child) => child.kill("SIGKILL"))
  await Promise.all(ends)
}

/**
 * A folder that is gone when the file is over, whatever happens in it. Named
 * after this process, so that the next run removes what a killed one left.
 */
export const temporary = (name: string, { uid, gid }: User = {}) => {
  const dir = mkdtempSync(join(tmpdir(), `duka-test-${process.pid}-${name}-`))
  onRelease(() => remove(dir))
  if (uid !== undefined && gid !== undefined) {
    chownSync(dir, uid, gid)
  }
  return dir
}

/** What was killed may still be writing its last file while this removes. */
export async function remove(dir: string, tries = 20): Promise<void> {
  try {
    rmSync(dir, { recursive: true, force: true })
  } catch (error) {
    if (tries === 0) {
      throw error
    }
    await pause(50)
    await remove(dir, tries - 1)
  }
}

/** A process that ended counts as gone even before its parent took note. */
export function isRunning(pid: number) {
  try {
    process.kill(pid, 0)
  } catch {
    return false
  }
  const stat = `/proc/${pid}/stat`
  return !existsSync(stat) || !/\) [ZX] /.test(readFileSync(stat, "utf8"))
}

/** No event tells of the end of a process that is not our child. */
export async function gone(pids: number[]) {
  while (pids.some(isRunning)) {
    await new Promise((done) => setTimeout(done, 20))
  }
}

export const postmasterPid = (data: string) =>
  Number(readFileSync(join(data, "postmaster.pid"), "utf8").split("\n")[0])

type Claim = { info: { children?: { pid: number }[] } }

/** Every program that the shop in `dir` runs, Postgres first. */
export function programsOf(dir: string) {
  const claims = readdirSync(join(dir, "lock")).map(
    (name) => JSON.parse(readFileSync(join(dir, "lock", name), "utf8")) as Claim
  )
  return [
    postmasterPid(join(dir, "postgres/data")),
    ...claims.flatMap(({ info }) => info.children?.map(({ pid }) => pid) ?? []),
  ]
}
