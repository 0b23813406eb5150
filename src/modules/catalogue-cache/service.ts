import { createHash } from "node:crypto"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { ClientConfig } from "@medusajs/framework/pg"
import type { Logger } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { type Answer, Answers } from "./answers"
import { type Flight, Flights } from "./flights"
import { Listener } from "./listener"
import { Moments } from "./moments"
import type { Tag } from "./tags"
import { CHANNEL } from "./triggers"
import { Versions } from "./versions"

export type CatalogueCacheOptions = {
  enabled: boolean
  connection: ClientConfig
  /** Seconds. */
  ttl: number
  bytes: number
  entries: number
}

/** What one caller works out for all who ask for the same. */
export type Making = {
  flight: Flight
  /** Says what came of it. It is kept when nothing has changed meanwhile. */
  made(body: Buffer): Answer
}

type Fact = { version: number; wrongAt: number; value: Promise<unknown> }

const etagOf = (body: Buffer) =>
  `W/"${createHash("sha1").update(body).digest("base64url")}"`

/**
 * Answers of the catalogue and what makes them old; decision 013 says how. It
 * knows nothing of HTTP: `src/api/catalogue-cache` does.
 */
export class CatalogueCacheService {
  readonly enabled: boolean
  private readonly versions = new Versions()
  private readonly flights = new Flights()
  private readonly answers: Answers
  private readonly listener: Listener
  private readonly moments: Moments
  private readonly knex: Knex
  private readonly logger: Logger | undefined
  private readonly ttl: number
  private readonly facts = new Map<string, Fact>()
  private wrote = false
  private catchingUp: Promise<boolean> | undefined

  __hooks = { onApplicationShutdown: () => this.listener.close() }

  constructor(
    container: Record<string, unknown>,
    { enabled, connection, ttl, bytes, entries }: CatalogueCacheOptions
  ) {
    this.knex = container[ContainerRegistrationKeys.PG_CONNECTION] as Knex
    this.logger = container.logger as Logger | undefined
    this.enabled = enabled
    this.ttl = ttl * 1000
    this.answers = new Answers({ bytes, entries })
    this.moments = new Moments(this.knex, this.versions)
    this.listener = new Listener(connection, {
      changed: (tag) => this.versions.changed(tag),
      missed: () => this.versions.voidAll(),
      failed: (error) =>
        this.logger?.warn(
          `The catalogue cache hears of no changes and keeps nothing until it does: ${String(error ?? "the connection ended")}`
        ),
    })
  }

  /** This server has answered a write: the next read must know of it. */
  noteWrite(): void {
    this.wrote = true
  }

  /** Whether all is known that was committed before the call. */
  async isCurrent(): Promise<boolean> {
    if (!(await this.listener.ready())) {
      return false
    }
    if (this.wrote) {
      this.wrote = false
      const catchingUp = this.listener.catchUp().finally(() => {
        if (this.catchingUp === catchingUp) {
          this.catchingUp = undefined
        }
      })
      this.catchingUp = catchingUp
    }
    return (await this.catchingUp) ?? true
  }

  /** What is kept and still right. Ask `isCurrent` before. */
  find(key: string): Answer | undefined {
    const answer = this.answers.get(key)
    if (!answer) {
      return undefined
    }
    const good =
      answer.version === this.versions.of(answer.tags) &&
      performance.now() < answer.expiresAt
    if (!good) {
      this.answers.delete(key)
    }
    return good ? answer : undefined
  }

  /** The same that another is working out right now. */
  share(key: string, tags: readonly Tag[]): Flight | undefined {
    return this.flights.find(key, this.versions.of(tags))
  }

  /** Before anything is read: what changes from now on makes the answer old. */
  async begin(key: string, tags: readonly Tag[]): Promise<Making> {
    const version = this.versions.of(tags)
    const flight = this.flights.begin(key, version)
    // Not to be told means that it may be wrong at once.
    const wrongAt = await this.moments.next().catch(() => 0)
    return {
      flight,
      made: (body) => {
        const now = performance.now()
        const answer: Answer = {
          ...{ body, tags, version, wrongAt },
          etag: etagOf(body),
          expiresAt: Math.min(now + this.ttl, wrongAt),
        }
        if (this.versions.of(tags) === version && now < answer.expiresAt) {
          this.answers.set(key, answer)
        }
        flight.land(answer)
        return answer
      },
    }
  }

  /** Reads something small once, and again when what it is of has changed. */
  async know<Value>(
    name: string,
    tags: readonly Tag[],
    read: () => Promise<Value>
  ): Promise<Value> {
    if (!this.enabled || !(await this.isCurrent())) {
      return read()
    }
    const version = this.versions.of(tags)
    const known = this.facts.get(name)
    if (known?.version === version && performance.now() < known.wrongAt) {
      return known.value as Promise<Value>
    }
    const wrongAt = await this.moments.next().catch(() => 0)
    const value = read()
    this.facts.set(name, { version, wrongAt, value })
    // An error is nothing to know.
    value.catch(() => this.facts.delete(name))
    return value
  }

  /** Makes answers old on all servers; for what no trigger sees. */
  async changed(tags: readonly Tag[]): Promise<void> {
    await this.knex.raw(
      "select pg_notify(?, tag) from jsonb_array_elements_text(?::jsonb) tag",
      [CHANNEL, JSON.stringify(tags)]
    )
    this.noteWrite()
  }

  get figures() {
    return this.answers.figures
  }
}
