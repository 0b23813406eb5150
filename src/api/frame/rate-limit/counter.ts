import {
  RateLimiterMemory,
  RateLimiterPostgres,
  RateLimiterRedis,
  RateLimiterRes,
  type RateLimiterAbstract,
} from "rate-limiter-flexible"
import { logger } from "../../../logger"
import type { Rate } from "../../../settings/kinds"
import { postgresStore, type PostgresStore, redisStore } from "./stores"

export type Verdict = {
  allowed: boolean
  limit: number
  remaining: number
  /** Seconds until the window is over. */
  reset: number
}

export type Counter = (key: string) => Promise<Verdict>

export type StoreKind = "memory" | "postgres" | "redis"

const STORE_TIMEOUT_MS = 1_000
const WARN_EVERY_MS = 60_000

const verdictOf = (
  limit: number,
  result: RateLimiterRes,
  allowed: boolean
): Verdict => ({
  allowed,
  limit,
  remaining: Math.max(0, result.remainingPoints),
  reset: Math.max(1, Math.ceil(result.msBeforeNext / 1000)),
})

const consume =
  (limiter: RateLimiterAbstract, limit: number): Counter =>
  async (key) => {
    try {
      return verdictOf(limit, await limiter.consume(key), true)
    } catch (refusal) {
      if (refusal instanceof RateLimiterRes) {
        return verdictOf(limit, refusal, false)
      }
      throw refusal
    }
  }

async function inTime(verdict: Promise<Verdict>): Promise<Verdict> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new RangeError("The store of the rate limits is slow.")),
      STORE_TIMEOUT_MS
    )
  })
  try {
    return await Promise.race([verdict, late])
  } finally {
    clearTimeout(timer)
  }
}

let warnedAt = 0

const warn = (store: StoreKind, error: unknown) => {
  const now = performance.now()
  if (warnedAt === 0 || now - warnedAt > WARN_EVERY_MS) {
    warnedAt = now
    logger.event(
      "warn",
      `The rate limits cannot reach ${store}; this process counts for itself until it can.`,
      { error }
    )
  }
}

/**
 * Without its store a limit neither opens nor closes the shop: it goes on in
 * the memory of this process, with the same numbers.
 */
const insured = (
  store: StoreKind,
  shared: Counter,
  local: Counter
): Counter => {
  return async (key) => {
    try {
      return await inTime(shared(key))
    } catch (error) {
      warn(store, error)
      return local(key)
    }
  }
}

export const memoryCounter = (name: string, { points, seconds }: Rate) =>
  consume(
    new RateLimiterMemory({ keyPrefix: name, points, duration: seconds }),
    points
  )

const remote = (
  options: ConstructorParameters<typeof RateLimiterMemory>[0],
  store: PostgresStore | ReturnType<typeof redisStore>
) =>
  "knex" in store
    ? new RateLimiterPostgres({
        ...options,
        storeClient: store.knex,
        storeType: "knex",
        tableName: store.table,
        tableCreated: true,
        clearExpiredByTimeout: true,
      })
    : new RateLimiterRedis({ ...options, storeClient: store.client })

/** A counter in the store the settings name. */
export function counter(
  name: string,
  rate: Rate,
  kind: StoreKind,
  knex: () => PostgresStore["knex"]
): Counter {
  const local = memoryCounter(name, rate)
  if (kind === "memory") {
    return local
  }
  const store = kind === "postgres" ? postgresStore(knex()) : redisStore()
  const limiter = remote(
    {
      keyPrefix: name,
      points: rate.points,
      duration: rate.seconds,
      // A key over its limit costs the store nothing until the window is over.
      inMemoryBlockOnConsumed: rate.points + 1,
    } as ConstructorParameters<typeof RateLimiterMemory>[0],
    store
  )
  const shared = consume(limiter, rate.points)
  return insured(
    kind,
    async (key) => {
      await store.ready()
      return shared(key)
    },
    local
  )
}
