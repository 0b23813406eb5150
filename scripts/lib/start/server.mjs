import { MEDUSA } from "../build.mjs"
import { launchNode } from "../children.mjs"
import { until } from "../identity.mjs"
import { Sentence } from "../sentence.mjs"

const PATIENCE = 180_000

async function answers(url) {
  try {
    const { ok } = await fetch(url, { signal: AbortSignal.timeout(5_000) })
    return ok
  } catch {
    return false
  }
}

export const serverDied = (child, { code, signal }) =>
  new Sentence(
    `The server stopped by itself (${signal ?? `exit code ${code}`}), so everything else was stopped too.`,
    { tail: child.tail(), log: child.log }
  )

/** Medusa reports a taken port and then waits for ever. */
const portTaken = (child) => /EADDRINUSE/.test(child.output())

/** Starts the server and waits until it answers. */
export async function startServer({
  place,
  env,
  host,
  port,
  log,
  show,
  watch,
  onLaunch,
}) {
  const command = watch ? ["develop", "--no-lint"] : ["start"]
  const child = launchNode([MEDUSA, ...command], {
    cwd: place.directory,
    env,
    log,
    show,
  })
  onLaunch(child)
  let ended
  void child.exited.then((exit) => {
    ended = exit
  })
  const health = `http://${host}:${port}/health`
  const ready = await until(
    async () => ended || portTaken(child) || (await answers(health)),
    // With watch a person mends what is broken, and that takes its time.
    { within: watch ? Infinity : PATIENCE, every: 100 }
  )
  if (ended) {
    throw serverDied(child, ended)
  }
  if (portTaken(child)) {
    throw new Sentence(
      `Port ${port} was taken while the shop was starting. Stop that program or choose another port: PORT=${port + 100} npm start.`
    )
  }
  if (!ready) {
    throw new Sentence(
      `The server did not answer at ${health} within ${PATIENCE / 1000} seconds.`,
      { tail: child.tail(), log }
    )
  }
  return child
}
