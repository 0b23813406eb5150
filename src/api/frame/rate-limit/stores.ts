import Redis from "ioredis"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { settings } from "../../../settings"

const TABLE = "duka_rate_limit"

/** Counts need not survive a crash of Postgres, so they skip its log. */
const createTable = `CREATE UNLOGGED TABLE IF NOT EXISTS "${TABLE}" (
  key varchar(255) PRIMARY KEY,
  points integer NOT NULL DEFAULT 0,
  expire bigint
)`

/** Two servers that start together may both be creating it. */
const raced = new Set(["23505", "42P07"])

export type PostgresStore = {
  knex: Knex
  table: string
  ready(): Promise<void>
}

export function postgresStore(knex: Knex): PostgresStore {
  let ready: Promise<void> | undefined
  const create = async () => {
    try {
      await knex.raw(createTable)
    } catch (error) {
      if (!raced.has(String((error as { code?: unknown }).code))) {
        ready = undefined
        throw error
      }
    }
  }
  return { knex, table: TABLE, ready: () => (ready ??= create()) }
}

let client: Redis | undefined

/** One connection for all counters; it must fail at once and not queue. */
export function redisStore() {
  client ??= new Redis(settings.REDIS_URL ?? "redis://localhost:6379", {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 1,
    lazyConnect: false,
  })
  const redis = client
  // Each command reports its own failure; unheard, the event ends the process.
  if (redis.listenerCount("error") === 0) {
    redis.on("error", () => undefined)
  }
  return {
    client: redis,
    ready: async () => {
      if (redis.status === "connecting" || redis.status === "connect") {
        await new Promise<void>((resolve, reject) => {
          redis.once("ready", resolve)
          redis.once("close", reject)
        })
      }
    },
  }
}
