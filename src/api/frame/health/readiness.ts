import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { settings } from "../../../settings"
import { redisStore } from "../rate-limit/stores"
import { bounded, type Check, type Finding, shared } from "./check"
import { checkMigrations } from "./migrations"
import { checkEventLoop, checkQueues } from "./queue"

export type Readiness = {
  status: "ok" | "failed"
  checks: Record<"database" | "migrations" | "redis" | "queue", Finding>
}

const ANSWER_HOLDS_MS = 1_000

const off = async (): Promise<Finding> => ({ status: "off" })

const withRedis = (check: Check): Check => (settings.REDIS_URL ? check : off)

async function connected() {
  const store = redisStore()
  await store.ready()
  return store.client
}

async function check(knex: Knex): Promise<Readiness> {
  const [database, migrations, redis, queue] = await Promise.all([
    bounded("database", async () => {
      await knex.raw("SELECT 1")
      return { status: "ok" }
    }),
    bounded("migrations", () => checkMigrations(knex)),
    bounded(
      "redis",
      withRedis(async () => {
        await (await connected()).ping()
        return { status: "ok" }
      })
    ),
    bounded("queue", () =>
      settings.REDIS_URL ? connected().then(checkQueues) : checkEventLoop()
    ),
  ])
  const checks = { database, migrations, redis, queue }
  const failed = Object.values(checks).some(({ status }) => status === "failed")
  return { status: failed ? "failed" : "ok", checks }
}

const asked = new WeakMap<Knex, () => Promise<Readiness>>()

/** Whether a load balancer should send people here. */
export function readiness(knex: Knex): Promise<Readiness> {
  const ask = asked.get(knex) ?? shared(() => check(knex), ANSWER_HOLDS_MS)
  asked.set(knex, ask)
  return ask()
}
