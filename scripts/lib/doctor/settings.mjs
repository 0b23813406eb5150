import { existsSync, readFileSync, statSync } from "node:fs"
import { createRequire } from "node:module"
import { join } from "node:path"
import { parseEnv } from "node:util"
import { fail, ok, warn } from "./finding.mjs"

/**
 * The code that reads the settings: compiled in a build, else the sources.
 * Nothing while the packages are missing.
 */
export function loadReader(root) {
  if (!existsSync(join(root, "node_modules"))) {
    return undefined
  }
  const require = createRequire(join(root, "package.json"))
  const folder = join(root, "src/settings")
  if (!existsSync(join(folder, "read.js"))) {
    require("ts-node/register/transpile-only")
  }
  return {
    ...require(join(folder, "read")),
    ...require(join(folder, "warnings")),
    ...require(join(folder, "schema")),
    ...require(join(folder, "medusa/database")),
  }
}

const filesOf = (root, production) =>
  [...(production ? [".env.production"] : []), ".env"]
    .map((name) => join(root, name))
    .filter((file) => existsSync(file))

/** What the server would find: the environment first, then the files. */
export function readEnvironment(root, { production, env = process.env }) {
  const texts = filesOf(root, production).map((file) =>
    parseEnv(readFileSync(file, "utf8"))
  )
  return {
    ...Object.assign({}, ...texts.reverse()),
    ...env,
    ...(production ? { NODE_ENV: "production" } : {}),
  }
}

/** How many letters must change to make one word of the other. */
export function distance(one, other) {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let i = 1; i <= one.length; i++) {
    const next = [i]
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1]
      next[j] = Math.min(
        row[j] + 1,
        next[j - 1] + 1,
        row[j - 1] + (same ? 0 : 1)
      )
    }
    row = next
  }
  return row[other.length]
}

/** Read by Medusa, Node or Docker Compose and not by the shop. */
const FOREIGN = /^(MEDUSA_|NODE_|npm_)|^(POSTGRES_PASSWORD|TZ|PATH|CHROMIUM)$/

const NEAR = 3

function closest(name, known) {
  const ranked = known
    .map((other) => ({ other, far: distance(name, other) }))
    .sort((one, two) => one.far - two.far)
  return ranked[0].far <= NEAR ? ` Is it ${ranked[0].other}?` : ""
}

/** A slip of the pen in a file would else pass for a default. */
export function checkNames(root, production, known) {
  return filesOf(root, production).flatMap((file) =>
    Object.keys(parseEnv(readFileSync(file, "utf8")))
      .filter((name) => !known.includes(name) && !FOREIGN.test(name))
      .map((name) =>
        warn(
          "Settings",
          `${name} in ${file} is no setting, so nothing reads it.${closest(name, known)}`
        )
      )
  )
}

const OTHERS_MAY_READ = 0o004

export const checkSecrecy = (root, production) =>
  filesOf(root, production)
    .filter((file) => statSync(file).mode & OTHERS_MAY_READ)
    .map((file) =>
      warn(
        "Settings",
        `${file} holds secrets and everybody on this machine may read it. Run chmod 600 ${file}.`
      )
    )

/** One line for each problem, in the words the server itself would use. */
export function checkSettings({ problems, given }, warnings) {
  const bad = problems.map(({ setting, message }) =>
    fail("Settings", `${setting} ${message}`)
  )
  const doubtful = warnings.map((warning) => warn("Settings", warning))
  return bad.length > 0
    ? [...bad, ...doubtful]
    : [ok("Settings", `are sound, ${given.size} of them given`), ...doubtful]
}
