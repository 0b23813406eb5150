import { join } from "node:path"
import { readFacts } from "./bed/facts"
import type { Place } from "./bed/place"
import { type Guarded, startGuarded, stopGuarded } from "./processes"
import { onRelease } from "./resources"
import { type SimulatorControl, simulatorControl } from "./simulator-control"

export type SimulatorsOptions = {
  /** Where the stand-ins send their webhooks. */
  shopUrl?: string
  log?: string
}

export type Simulators = {
  url: string
  phonePage: string
  control: SimulatorControl
  logs(): string
  kill(signal: NodeJS.Signals): void
  stop(): Promise<unknown>
}

/** Used by the bed itself; specs call `startSimulators`. */
export async function launchSimulators(
  place: Place,
  { shopUrl, log }: SimulatorsOptions = {}
): Promise<Simulators> {
  const entry = place.built
    ? [join(place.directory, "simulators/main.js")]
    : ["-r", "ts-node/register/transpile-only", "simulators/main.ts"]
  const guarded: Guarded = startGuarded({
    args: entry,
    cwd: place.directory,
    env: {
      NODE_ENV: "test",
      SIMULATORS_PORT: "0",
      ...(shopUrl ? { SIMULATORS_SHOP_URL: shopUrl } : {}),
    },
    log,
  })
  const line = await guarded.line((text) => text.startsWith('{"ready":true'))
  const ready = JSON.parse(line) as { url: string; phone_page: string }
  return {
    url: ready.url,
    phonePage: ready.phone_page,
    control: simulatorControl(ready.url),
    logs: guarded.logs,
    kill: (signal) => void guarded.child.kill(signal),
    stop: () => stopGuarded(guarded),
  }
}

/** A simulators process of the spec's own. */
export async function startSimulators(options?: SimulatorsOptions) {
  const simulators = await launchSimulators(readFacts().server, options)
  onRelease(simulators.stop)
  return simulators
}
