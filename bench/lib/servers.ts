import { spawnSync } from "node:child_process"
import { join } from "node:path"
import { type Cluster, ensureTemplate } from "./cluster"
import { COMMON_ENV, type Contestant, hashOf } from "./contestants"
import { LOGS, ROOT } from "./place"
import { runProgram, startProgram, tailOf } from "./programs"
import type { Facts } from "./works"

export type Server = {
  contestant: Contestant
  url: string
  database: string
  facts: Facts
  /** Megabytes of memory the process holds right now. */
  memory(): number
  stop(): Promise<void>
}

const STARTS_WITHIN = 120_000
const LOOK_EVERY = 100

const pause = (milliseconds: number) =>
  new Promise((done) => setTimeout(done, milliseconds))

/** Resident memory, as `ps` knows it on Linux and macOS. */
function residentMegabytes(pid: number): number {
  const { stdout } = spawnSync("ps", ["-o", "rss=", "-p", String(pid)], {
    encoding: "utf8",
  })
  const kilobytes = Number(stdout?.trim())
  if (!stdout?.trim() || !Number.isFinite(kilobytes)) {
    throw new Error(
      `The memory of process ${pid} could not be read. Is it still running, and is \`ps\` installed?`
    )
  }
  return kilobytes / 1024
}

/** A migrated database with the catalogue, made once and then copied. */
export async function loadDatabase(
  cluster: Cluster,
  contestant: Contestant,
  { products, fresh }: { products: number; fresh: boolean },
  say: (line: string) => void
): Promise<{ database: string; facts: Facts }> {
  const { name, title, directory, cli, env, loader, schema } = contestant
  const template = `bench_${name}_${products}_${hashOf([schema])}`
  const medusa = (what: string, log: string, url: string, args: string[]) =>
    runProgram(`${what} for ${title}`, {
      command: [process.execPath, cli, ...args],
      cwd: directory,
      env: { ...COMMON_ENV, ...env, DATABASE_URL: url },
      log: join(LOGS, `${name}-${log}.log`),
    })

  const facts = await ensureTemplate(
    cluster,
    template,
    fresh,
    async (url, factsFile) => {
      say(`migrating a database for ${title}`)
      await medusa("Migrating", "migrate", url, [
        "db:migrate",
        "--execute-safe-links",
      ])
      say(`loading ${products} products into ${title}`)
      await medusa("Loading the catalogue", "load", url, [
        "exec",
        loader,
        String(products),
        factsFile,
      ])
    }
  )
  const database = `bench_run_${name}`
  await cluster.create(database, template)
  return { database, facts }
}

async function answersHealth(url: string) {
  try {
    return (await fetch(`${url}/health`)).ok
  } catch {
    return false
  }
}

export async function startServer(
  cluster: Cluster,
  contestant: Contestant,
  loaded: { database: string; facts: Facts }
): Promise<Server> {
  const { freePort } = await import("../../scripts/lib/postgres.mjs")
  const { name, title, directory, cli, env } = contestant
  const port = await freePort()
  const url = `http://localhost:${port}`
  const log = join(LOGS, `${name}-server.log`)
  const running = startProgram({
    command: [process.execPath, cli, "start"],
    cwd: directory,
    env: {
      ...COMMON_ENV,
      ...env,
      PORT: String(port),
      DATABASE_URL: cluster.url(loaded.database),
    },
    log,
  })
  let gone = false
  running.exited.then(
    () => (gone = true),
    () => (gone = true)
  )
  const patience = Date.now() + STARTS_WITHIN
  while (!(await answersHealth(url))) {
    if (gone || Date.now() > patience) {
      await running.stop()
      throw new Error(
        `${title} ${gone ? "ended before it served requests" : "did not start within two minutes"}. It wrote:\n\n${tailOf(log)}\n\nThe whole log is in ${log}`
      )
    }
    await pause(LOOK_EVERY)
  }
  return {
    contestant,
    url,
    ...loaded,
    memory: () => residentMegabytes(running.child.pid as number),
    stop: running.stop,
  }
}

/** The commit that was measured, with a plus when files had changed since. */
export function commitOf(): string {
  const git = (...args: string[]) =>
    spawnSync("git", args, { cwd: ROOT, encoding: "utf8" }).stdout?.trim() ?? ""
  const commit = git("rev-parse", "--short", "HEAD")
  const changed = git("status", "--porcelain", "--untracked-files=no")
  return commit ? `${commit}${changed ? "+" : ""}` : "unknown"
}
