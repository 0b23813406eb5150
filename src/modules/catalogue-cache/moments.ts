import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { Tag } from "./tags"
import type { Versions } from "./versions"

/** What the moments depend on: price lists, and keys that end. */
const TAGS: readonly Tag[] = ["price", "shop"]

/** Clocks differ a little; around a moment nothing is kept. */
const MARGIN = 2_000

/** By the clock of the database, as core's Pricing compares. */
const NEXT = `
select extract(epoch from min(moment) - now())::float8 * 1000 as ahead from (
  select starts_at as moment from price_list where deleted_at is null
  union all
  select ends_at from price_list where deleted_at is null
  union all
  select revoked_at from api_key where deleted_at is null) moments
where moment > now() - make_interval(secs => ?)`

type Moment = { version: number; at: number }

/**
 * When the next thing changes that nobody writes then: a price list begins or
 * ends, or a key. Asked for again when one of them was changed or has passed.
 */
export class Moments {
  private known: Promise<Moment> | undefined
  private last: Moment | undefined

  constructor(
    private readonly knex: Knex,
    private readonly versions: Versions
  ) {}

  /** By the clock of `performance.now()`. */
  async next(): Promise<number> {
    const { last } = this
    if (
      last &&
      last.version === this.versions.of(TAGS) &&
      performance.now() < last.at + MARGIN
    ) {
      return last.at
    }
    // Several who come together ask once; one who came after a change, anew.
    const version = this.versions.of(TAGS)
    const known = await this.known
    if (known?.version === version && performance.now() < known.at + MARGIN) {
      return known.at
    }
    this.known = this.read(version)
    try {
      this.last = await this.known
      return this.last.at
    } finally {
      this.known = undefined
    }
  }

  private async read(version: number): Promise<Moment> {
    const asked = performance.now()
    const { rows } = await this.knex.raw<{ rows: { ahead: number | null }[] }>(
      NEXT,
      [MARGIN / 1000]
    )
    const ahead = rows[0]?.ahead
    return {
      version,
      at: typeof ahead === "number" ? asked + ahead : Infinity,
    }
  }
}
