import { join } from "node:path"
import { launchNode } from "../children.mjs"
import { Sentence } from "../sentence.mjs"
import { probePort } from "../ports.mjs"

const PATIENCE = 60_000

const readyLine = (text) => {
  const line = text.split("\n").find((part) => part.includes('"ready"'))
  try {
    return line && JSON.parse(line)
  } catch {
    return undefined
  }
}

/** The port next to the shop's when it is free, so that bookmarks hold. */
async function choosePort(env, port) {
  if (env.SIMULATORS_PORT) {
    return env.SIMULATORS_PORT
  }
  const next = port + 1
  const free = next <= 65_535 && (await probePort(next)).free
  return free ? String(next) : "0"
}

/** Starts the stand-ins for outside services: `{ child, url, phone_page }`. */
export async function startSimulators({ place, env, port, dir, onLaunch }) {
  const log = join(dir, "logs/simulators.log")
  let heard
  const ready = new Promise((resolve) => {
    heard = resolve
  })
  let text = ""
  const child = launchNode(place.simulators, {
    cwd: place.directory,
    env: {
      ...env,
      SIMULATORS_PORT: await choosePort(env, port),
      SIMULATORS_SHOP_URL: env.BACKEND_URL,
    },
    log,
    onText: (chunk) => {
      if (text !== undefined) {
        text += chunk
        const line = readyLine(text)
        if (line?.ready) {
          text = undefined
          heard(line)
        }
      }
    },
  })
  onLaunch(child)
  let timer
  const tooLate = new Promise((resolve) => {
    timer = setTimeout(resolve, PATIENCE)
  })
  const line = await Promise.race([ready, child.exited, tooLate])
  clearTimeout(timer)
  if (!line?.ready) {
    throw new Sentence(
      "The simulators, which stand in for outside services, did not start.",
      { tail: child.tail(), log }
    )
  }
  return { child, url: line.url, phone_page: line.phone_page }
}
