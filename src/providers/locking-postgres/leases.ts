import { randomUUID } from "node:crypto"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { Logger } from "@medusajs/framework/types"

const ANONYMOUS = "anonymous:"

/** A name nobody else has, for a caller that gives none. */
export const anonymous = () => `${ANONYMOUS}${randomUUID()}`

const isAnonymous = (owner: string) => owner.startsWith(ANONYMOUS)

const OWNED = "(owner_id = :owner OR starts_with(owner_id, :prefix))"

const match = (owner: string | undefined) =>
  owner ? { owner, prefix: null } : { owner: null, prefix: ANONYMOUS }

type Held = {
  owner: string
  /** When the caller wants it to end. */
  until: number
  /** When it ends in the database unless it is renewed. */
  ends: number
  lost?: () => void
}

const untilOf = (seconds: number | undefined) =>
  seconds ? Date.now() + seconds * 1000 : Infinity

/**
 * Rows of Medusa's table `locking`, each with an owner and a time it ends. A
 * row is taken and given back in one statement of its own, so a lock holds no
 * connection. It ends soon and is renewed as long as its process lives: after a
 * `kill -9` others wait for seconds, not for the minutes a caller reserved.
 */
export class Leases {
  private readonly held = new Map<string, Held>()
  private timer: NodeJS.Timeout | undefined

  constructor(
    private readonly knex: Knex,
    private readonly logger: Logger,
    /** How long a lock outlives the process that held it, in seconds. */
    private readonly lease: number
  ) {}

  /** Whether the key is the owner's now. `seconds` bounds how long at most. */
  async take(
    key: string,
    owner: string,
    { seconds, lost }: { seconds?: number; lost?: () => void } = {}
  ): Promise<boolean> {
    const until = untilOf(seconds)
    const { rows } = await this.knex.raw<{ rows: unknown[] }>(
      `INSERT INTO locking (id, owner_id, expiration)
       VALUES (:key, :owner, now() + make_interval(secs => :seconds))
       ON CONFLICT (id) DO UPDATE
         SET owner_id = excluded.owner_id, expiration = excluded.expiration
         WHERE locking.expiration <= now()
            OR locking.owner_id = excluded.owner_id
       RETURNING id`,
      { key, owner, seconds: this.secondsTo(until) }
    )
    if (!rows.length) {
      return false
    }
    const ends = Date.now() + this.lease * 1000
    this.held.set(key, { owner, until, ends, lost })
    this.timer ??= setInterval(() => void this.renew(), (this.lease / 3) * 1000)
    this.timer.unref()
    return true
  }

  /** The name this process took the key under, if it holds it. */
  ownerOf(key: string): string | undefined {
    return this.held.get(key)?.owner
  }

  /** The same, when the caller gave no name. */
  anonymousOwnerOf(key: string): string | undefined {
    const owner = this.ownerOf(key)
    return owner && isAnonymous(owner) ? owner : undefined
  }

  /** Whether it was still the owner's; nobody named means any `ANONYMOUS`. */
  async giveBack(key: string, owner?: string): Promise<boolean> {
    if (owner && this.held.get(key)?.owner === owner) {
      this.forget(key)
    }
    const { rowCount } = await this.knex.raw<{ rowCount: number }>(
      `DELETE FROM locking
        WHERE id = :key AND expiration > now() AND ${OWNED}`,
      { key, ...match(owner) }
    )
    return rowCount === 1
  }

  async giveBackAll(owner?: string) {
    for (const [key, held] of this.held) {
      if (owner ? held.owner === owner : isAnonymous(held.owner)) {
        this.forget(key)
      }
    }
    await this.knex.raw(`DELETE FROM locking WHERE ${OWNED}`, match(owner))
  }

  private secondsTo(until: number) {
    return Math.min(this.lease, (until - Date.now()) / 1000)
  }

  private forget(key: string) {
    this.held.delete(key)
    if (this.held.size === 0) {
      clearInterval(this.timer)
      this.timer = undefined
    }
  }

  private async renew() {
    for (const [key, held] of [...this.held]) {
      const seconds = this.secondsTo(held.until)
      try {
        if (seconds <= 0 || !(await this.extend(key, held.owner, seconds))) {
          this.drop(key, held)
        }
        held.ends = Date.now() + seconds * 1000
      } catch (error) {
        if (Date.now() >= held.ends) {
          this.drop(key, held)
          continue
        }
        this.logger.warn(
          `The lock "${key}" could not be renewed and ends within ${this.lease} seconds unless the next try succeeds: ${(error as Error).message}`
        )
      }
    }
  }

  private async extend(key: string, owner: string, seconds: number) {
    const { rowCount } = await this.knex.raw<{ rowCount: number }>(
      `UPDATE locking SET expiration = now() + make_interval(secs => :seconds)
        WHERE id = :key AND owner_id = :owner`,
      { key, owner, seconds }
    )
    return rowCount === 1
  }

  private drop(key: string, held: Held) {
    // Meanwhile it may have been given back, and even taken again.
    if (this.held.get(key) === held) {
      this.forget(key)
      held.lost?.()
    }
  }
}
