import { z } from "@medusajs/framework/zod"
import type { DarajaConfig, RefusalReason } from "../types"
import { exchange, type Exchange } from "./exchange"
import { readFault } from "./faults"

export type KeptToken = { token: string; expiresAt: number }

/**
 * Where the one token of a consumer key is kept. Safaricom kills the older
 * token when it gives a new one, so processes that do not share a store log
 * each other out.
 */
export interface TokenStore {
  read(): Promise<KeptToken | undefined>
  /** `expiresAt`, in milliseconds, lies before the real end. */
  write(token: string, expiresAt: number): Promise<void>
  /** Runs one `work` at a time over everybody who shares the store. */
  runExclusive<T>(work: () => Promise<T>): Promise<T>
}

/** For a shop that is one process. */
export class MemoryTokenStore implements TokenStore {
  private kept: KeptToken | undefined
  private turn: Promise<unknown> = Promise.resolve()

  read() {
    return Promise.resolve(this.kept)
  }

  write(token: string, expiresAt: number) {
    this.kept = { token, expiresAt }
    return Promise.resolve()
  }

  runExclusive<T>(work: () => Promise<T>): Promise<T> {
    const result = this.turn.then(work)
    this.turn = result.catch(() => undefined)
    return result
  }
}

export type TokenAnswer =
  | { kind: "token"; token: string }
  | {
      kind: "none"
      reason: Extract<
        RefusalReason,
        "configuration" | "throttled" | "unavailable"
      >
      code: string
      message: string
    }

/** Renewed so much earlier than needed; half its life for a short one. */
const MARGIN = 120_000
/** Safaricom's own, for a reply that does not say. */
const LIFETIME = 3599

const grant = z.object({
  access_token: z.string().min(1),
  expires_in: z.coerce.number().positive().catch(LIFETIME),
})

type Options = {
  config: DarajaConfig
  fetch: typeof fetch
  clock: { now(): number }
  store: TokenStore
  timeoutMs: number
}

/** Asks for a token when there is none, once however many need it. */
export class AccessTokens {
  private readonly flights = new Map<string, Promise<TokenAnswer>>()

  constructor(private readonly options: Options) {}

  /** `rejected` is a token Safaricom no longer takes, so it is not given again. */
  async get(rejected = ""): Promise<TokenAnswer> {
    try {
      const kept = await this.usable(rejected)
      return kept ?? (await this.renew(rejected))
    } catch (error) {
      return {
        kind: "none",
        reason: "unavailable",
        code: "token-store",
        message: error instanceof Error ? error.message : String(error),
      }
    }
  }

  private renew(rejected: string): Promise<TokenAnswer> {
    const under = this.flights.get(rejected)
    if (under) {
      return under
    }
    const flight = this.options.store
      // Somebody else may have renewed it while this one waited for its turn.
      .runExclusive(async () => (await this.usable(rejected)) ?? this.mint())
      .finally(() => this.flights.delete(rejected))
    this.flights.set(rejected, flight)
    return flight
  }

  private async usable(rejected: string): Promise<TokenAnswer | undefined> {
    const kept = await this.options.store.read()
    return kept &&
      kept.token !== rejected &&
      kept.expiresAt > this.options.clock.now()
      ? { kind: "token", token: kept.token }
      : undefined
  }

  private async mint(): Promise<TokenAnswer> {
    const { config, fetch: send, clock, store, timeoutMs } = this.options
    const began = clock.now()
    const basic = Buffer.from(
      `${config.consumerKey}:${config.consumerSecret}`
    ).toString("base64")
    const reply = await exchange(
      send,
      `${config.baseUrl}/oauth/v1/generate?grant_type=client_credentials`,
      { headers: { authorization: `Basic ${basic}` } },
      timeoutMs
    )
    const granted = reply.kind === "json" && grant.safeParse(reply.body).data
    if (!granted) {
      return refusalOf(reply)
    }
    const life = granted.expires_in * 1000
    await store.write(
      granted.access_token,
      began + life - Math.min(MARGIN, life / 2)
    )
    return { kind: "token", token: granted.access_token }
  }
}

function refusalOf(reply: Exchange): TokenAnswer {
  const none = (
    reason: Extract<TokenAnswer, { kind: "none" }>["reason"],
    code: string,
    message: string
  ): TokenAnswer => ({ kind: "none", reason, code, message })

  if (reply.kind === "silent") {
    return none("unavailable", reply.cause, reply.detail)
  }
  const code = `HTTP ${reply.status}`
  const fault =
    reply.kind === "json" ? readFault(reply.status, reply.body) : undefined
  if (fault?.meaning === "throttled" || fault?.meaning === "busy") {
    return none("throttled", fault.code, fault.message)
  }
  // Wrong credentials come with an error, with an empty body, or as a 401.
  const isOurs = reply.status === 400 || reply.status === 401
  const reason = isOurs ? "configuration" : "unavailable"
  const message =
    fault?.message ??
    (reply.kind === "unreadable" ? reply.detail : "The answer has no token.")
  return none(reason, fault?.code ?? code, message)
}
