import { join } from "node:path"
import { readFacts } from "./bed/facts"
import type { Place } from "./bed/place"
import { type Template, cloneDatabase } from "./databases"
import {
  type Exit,
  freePort,
  root,
  startGuarded,
  stopGuarded,
} from "./processes"
import { onRelease } from "./resources"

export const MEDUSA = join(root, "node_modules/@medusajs/cli/cli.js")

const WITHOUT_JOBS = join(__dirname, "without-jobs.cjs")

export type ServerOptions = {
  /** Settings of this server, on top of those of a test shop. */
  env?: Record<string, string>
  /** Address of an existing database, to share or to come back to. */
  database?: string
  /** Which template a new database is made from when none is given. */
  template?: Template
  /** The process ends itself with SIGKILL when it reaches this point. */
  killAt?: string
  /** `false`: no job runs by itself, whatever the time is. */
  jobs?: false
  /** A free port unless given. */
  port?: number
  log?: string
}

export type TestServer = {
  url: string
  pid: number
  databaseUrl: string
  logs(): string
  /** Sends a signal and waits until the process is gone. */
  kill(signal?: NodeJS.Signals): Promise<Exit>
  /** Stops it as a host would: SIGTERM, and SIGKILL if it does not listen. */
  stop(): Promise<Exit>
  exited: Promise<Exit>
}

/** Used by the bed itself; specs call `startServer`. */
export async function launchServer(
  place: Place,
  {
    env = {},
    database,
    killAt,
    jobs,
    port: wanted,
    log,
  }: ServerOptions & { database: string }
): Promise<TestServer> {
  const port = wanted ?? (await freePort())
  const url = `http://localhost:${port}`
  const guarded = startGuarded({
    args: [
      ...(jobs === false ? ["--require", WITHOUT_JOBS] : []),
      MEDUSA,
      "start",
    ],
    cwd: place.directory,
    env: {
      NODE_ENV: "test",
      PORT: String(port),
      DATABASE_URL: database,
      BACKEND_URL: url,
      ADMIN_CORS: url,
      AUTH_CORS: `${url},http://localhost:8000`,
      STORE_CORS: "http://localhost:8000",
      // Only a build has the pages to serve.
      ADMIN_ENABLED: String(place.built),
      MEDUSA_DISABLE_TELEMETRY: "true",
      ...(killAt ? { DUKA_KILL_AT: killAt } : {}),
      ...env,
    },
    log,
  })
  await guarded.listening
  return {
    url,
    pid: guarded.pid,
    databaseUrl: database,
    logs: guarded.logs,
    exited: guarded.exited,
    kill(signal = "SIGKILL") {
      guarded.child.kill(signal)
      return guarded.exited
    },
    stop: () => stopGuarded(guarded),
  }
}

/** A server process of the spec's own, on its own database unless one is given. */
export async function startServer({
  template = "base",
  database,
  ...options
}: ServerOptions = {}): Promise<TestServer> {
  const server = await launchServer(readFacts().server, {
    database: database ?? (await cloneDatabase(template)),
    ...options,
  })
  onRelease(server.stop)
  return server
}

/** Several servers on one database. */
export async function startServers(
  count: number,
  { template = "base", database, ...options }: ServerOptions = {}
): Promise<TestServer[]> {
  const shared = database ?? (await cloneDatabase(template))
  return Promise.all(
    Array.from({ length: count }, () =>
      startServer({ database: shared, ...options })
    )
  )
}
