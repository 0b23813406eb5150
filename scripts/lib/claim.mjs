import { randomBytes } from "node:crypto"
import { mkdirSync, readdirSync, rmSync } from "node:fs"
import { join } from "node:path"
import { setTimeout as pause } from "node:timers/promises"
import { readJson, writePrivateJson } from "./files.mjs"
import { describeProcess, isAlive } from "./identity.mjs"

/**
 * A lock between processes that a crash cannot jam.
 *
 * Everybody writes a file of their own into the lock's folder and then looks
 * who else is there. Of two who come at the same moment at least one sees the
 * other, so both never pass; who sees another one takes his file back. A file
 * whose process is dead counts for nothing. No file is ever shared, so none
 * can be removed under somebody's feet.
 */

const readClaims = (dir) =>
  readdirSync(dir)
    .filter((name) => name.endsWith(".json"))
    .map((name) => ({ file: join(dir, name), ...readJson(join(dir, name)) }))
    .filter((claim) => claim.pid !== undefined)

const retryIn = () => 20 + Math.random() * 80

/**
 * Takes the lock kept in `dir`. Returns `{ held: info }` when somebody has it
 * and `wait` is not set; else `{ update, release, left }`, where `left` is
 * what dead owners had noted down.
 */
export async function claim(dir, { info = {}, wait = false, onWait } = {}) {
  mkdirSync(dir, { recursive: true })
  const file = join(
    dir,
    `${process.pid}-${randomBytes(6).toString("hex")}.json`
  )
  const me = describeProcess(process.pid)
  let state = "asking"
  let noted = info
  const write = () => writePrivateJson(file, { ...me, state, info: noted })
  const withdraw = () => rmSync(file, { force: true })
  const others = () =>
    readClaims(dir).filter((other) => other.file !== file && isAlive(other))
  let waiting = false

  for (;;) {
    const owner = others().find((other) => other.state === "held")
    if (owner && !wait) {
      return { held: { pid: owner.pid, ...owner.info } }
    }
    if (owner) {
      if (!waiting) {
        waiting = true
        onWait?.({ pid: owner.pid, ...owner.info })
      }
      await pause(250)
      continue
    }
    write()
    if (others().length === 0) {
      break
    }
    withdraw()
    await pause(retryIn())
  }

  state = "held"
  write()
  const dead = readClaims(dir).filter(
    (other) => other.file !== file && !isAlive(other)
  )
  dead.forEach((other) => rmSync(other.file, { force: true }))

  return {
    left: dead.map((other) => other.info),
    update(more) {
      noted = { ...noted, ...more }
      write()
    },
    release: withdraw,
  }
}
