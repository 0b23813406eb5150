import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import {
  collectDefaultMetrics,
  Counter,
  Gauge,
  Histogram,
  Registry,
} from "prom-client"

export const registry = new Registry()

collectDefaultMetrics({ register: registry })

export const requestDuration = new Histogram({
  name: "http_request_duration_seconds",
  help: "Time from the first byte of a request to the last of its answer.",
  labelNames: ["method", "route", "status"] as const,
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
  registers: [registry],
})

export const rateLimited = new Counter({
  name: "http_rate_limited_total",
  help: "Requests that were answered with 429.",
  labelNames: ["class"] as const,
  registers: [registry],
})

type Pool = {
  numUsed(): number
  numFree(): number
  numPendingAcquires(): number
}

let pool: Pool | undefined

/** Whose connections the gauge below counts. */
export const watchPool = (knex: Knex): void => {
  pool = (knex.client as { pool?: Pool }).pool
}

new Gauge({
  name: "database_pool_connections",
  help: "Connections of this process to Postgres, and requests waiting for one.",
  labelNames: ["state"] as const,
  registers: [registry],
  collect() {
    if (pool) {
      this.set({ state: "used" }, pool.numUsed())
      this.set({ state: "free" }, pool.numFree())
      this.set({ state: "waiting" }, pool.numPendingAcquires())
    }
  },
})
