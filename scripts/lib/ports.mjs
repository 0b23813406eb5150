import { spawnSync } from "node:child_process"
import { readdirSync, readFileSync, readlinkSync } from "node:fs"
import { createServer } from "node:net"
import { commandOf } from "./identity.mjs"

const listen = (options) =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.once("error", reject)
    server.listen(options, () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })

/** A port of the loopback that nobody uses at this moment. */
export const freePort = () => listen({ port: 0, host: "127.0.0.1" })

const NO_SUCH_ADDRESS = ["EAFNOSUPPORT", "EADDRNOTAVAIL"]

/** Whether a server can listen there: `{ free }` or `{ free: false, code }`. */
export async function probePort(port) {
  // Some systems let both be taken apart; a server wants them all.
  for (const host of ["::", "0.0.0.0", "127.0.0.1"]) {
    try {
      await listen({ port, host })
    } catch (error) {
      if (!NO_SUCH_ADDRESS.includes(error.code)) {
        return { free: false, code: error.code }
      }
    }
  }
  return { free: true }
}

const LISTENING = "0A"

function socketsOn(port) {
  const wanted = port.toString(16).toUpperCase().padStart(4, "0")
  return ["/proc/net/tcp", "/proc/net/tcp6"].flatMap((table) => {
    try {
      return readFileSync(table, "utf8")
        .split("\n")
        .slice(1)
        .map((line) => line.trim().split(/\s+/))
        .filter(
          ([, local, , state]) =>
            state === LISTENING && local.endsWith(`:${wanted}`)
        )
        .map((fields) => `socket:[${fields[9]}]`)
    } catch {
      return []
    }
  })
}

const links = (dir) => {
  try {
    return readdirSync(dir).map((name) => {
      try {
        return readlinkSync(`${dir}/${name}`)
      } catch {
        return ""
      }
    })
  } catch {
    return []
  }
}

function ownerFromProc(port) {
  const sockets = new Set(socketsOn(port))
  const pid = readdirSync("/proc").find(
    (name) =>
      /^\d+$/.test(name) &&
      links(`/proc/${name}/fd`).some((link) => sockets.has(link))
  )
  return pid && Number(pid)
}

function ownerFromLsof(port) {
  const { stdout } = spawnSync(
    "lsof",
    ["-nP", `-iTCP:${port}`, "-sTCP:LISTEN", "-Fp"],
    { encoding: "utf8" }
  )
  const pid = stdout?.match(/^p(\d+)$/m)?.[1]
  return pid && Number(pid)
}

/** Who listens on a port, as far as this user may know. */
export function ownerOfPort(port) {
  const pid =
    process.platform === "linux" ? ownerFromProc(port) : ownerFromLsof(port)
  return pid ? { pid, command: commandOf(pid).slice(0, 120) } : undefined
}
