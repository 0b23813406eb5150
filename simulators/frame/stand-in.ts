import { z } from "@medusajs/framework/zod"
import { CallbackSender, isLoopback } from "./callbacks"
import type { Clock } from "./clock"
import { FaultScript } from "./faults"
import type { SimulatorReply, SimulatorRequest } from "./http"
import { Journal } from "./journal"
import type { Phones } from "./phones"
import { parseWith } from "./problem"
import type { Route } from "./routes"

/** What the frame lends to a stand-in. */
export type Frame<Config> = {
  clock: Clock
  phones: Phones
  callbacks: CallbackSender
  config(): Config
  /** Where the shop is, without a slash at the end. */
  shopUrl: string
  /** Where this process is reached, once it listens. */
  url(): string
}

/** What goes wrong before a route is reached, told in the provider's shape. */
export type Refusal = {
  status: number
  message: string
  request?: SimulatorRequest
}

export type Behaviour = {
  routes: Route[]
  /** The provider's error shape for unknown paths and unreadable requests. */
  refuse: (refusal: Refusal) => SimulatorReply
  /** Runs around every route: authentication, idempotency, error shapes. */
  around?: (
    request: SimulatorRequest,
    next: () => SimulatorReply | Promise<SimulatorReply>
  ) => SimulatorReply | Promise<SimulatorReply>
  /** How the journal shows a body; JSON is parsed without help. */
  readable?: (request: SimulatorRequest) => unknown
  /** What the stand-in keeps, for `/_sim`. */
  holds?: () => unknown
}

export type StandIn<Config = unknown> = {
  /** In control addresses: `/_sim/<name>/…`. */
  name: string
  title: string
  description: string
  /** Whether a request is for this stand-in; its paths are the real ones. */
  matches: (request: { method: string; path: string }) => boolean
  /** Bytes it takes in one request; a megabyte unless given. */
  bodyLimit?: number
  /** Settings that `PUT /_sim/<name>/config` changes, with their defaults. */
  config: z.ZodType<Config>
  build: (frame: Frame<Config>) => Behaviour
}

export type AnyStandIn = {
  name: string
  title: string
  description: string
  matches: StandIn["matches"]
  start: (frame: Omit<Frame<unknown>, "callbacks" | "config">) => RunningStandIn
}

export type RunningStandIn = {
  name: string
  title: string
  description: string
  matches: StandIn["matches"]
  bodyLimit?: number
  behaviour: Behaviour
  journal: Journal
  faults: FaultScript
  callbacks: CallbackSender
  config(): unknown
  configure(change: unknown): void
}

const RESERVED = ["phones", "events"]

/** A web address on this machine, for the settings of stand-ins. */
export const localUrl = z
  .url()
  .refine(isLoopback, "must be an http address of this machine")

/** Describes a stand-in; a process that serves it makes its own state. */
export function defineSimulator<Config>(
  definition: StandIn<Config>
): AnyStandIn {
  const { name, title, description, matches, bodyLimit } = definition
  if (!/^[a-z][a-z0-9-]*$/.test(name) || RESERVED.includes(name)) {
    throw new Error(
      `A stand-in cannot be named "${name}". Use lower-case letters, digits and hyphens, and not ${RESERVED.join(" or ")}.`
    )
  }
  return {
    name,
    title,
    description,
    matches,
    start({ clock, phones, shopUrl, url }) {
      const journal = new Journal(clock)
      const faults = new FaultScript()
      const callbacks = new CallbackSender(clock, journal, faults)
      let config = parseWith(definition.config, {}, `The settings of ${name}`)
      const behaviour = definition.build({
        clock,
        phones,
        shopUrl,
        url,
        callbacks,
        config: () => config,
      })
      return {
        name,
        title,
        description,
        matches,
        bodyLimit,
        behaviour,
        journal,
        faults,
        callbacks,
        config: () => config,
        configure(change) {
          const named = parseWith(
            z.record(z.string(), z.unknown()),
            change,
            `The settings of ${name}`
          )
          config = parseWith(
            definition.config,
            { ...config, ...named },
            `The settings of ${name}`
          )
        },
      }
    },
  }
}
