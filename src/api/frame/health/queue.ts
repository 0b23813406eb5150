import { monitorEventLoopDelay } from "node:perf_hooks"
import type Redis from "ioredis"
import type { Finding } from "./check"

/** Where core's event bus and workflow engine put what is to be done. */
const QUEUES = ["events-queue", "medusa-workflows", "medusa-workflows-jobs"]

export const MAX_LAG_SECONDS = 60

/** Seconds the oldest entry of a queue has been waiting. */
async function lagOf(redis: Redis, queue: string): Promise<number> {
  const oldest = await redis.lindex(`bull:${queue}:wait`, -1)
  const since =
    oldest && (await redis.hget(`bull:${queue}:${oldest}`, "timestamp"))
  return since ? Math.max(0, (Date.now() - Number(since)) / 1000) : 0
}

export async function checkQueues(redis: Redis): Promise<Finding> {
  const lags = await Promise.all(QUEUES.map((queue) => lagOf(redis, queue)))
  const lag = Math.round(Math.max(...lags))
  return lag > MAX_LAG_SECONDS
    ? {
        status: "failed",
        lag_seconds: lag,
        message: "Work is waiting. Is a worker running?",
      }
    : { status: "ok", lag_seconds: lag }
}

const delay = monitorEventLoopDelay({ resolution: 20 })
delay.enable()

/** Without Redis the queue is the one of this process: its event loop. */
export async function checkEventLoop(): Promise<Finding> {
  const lag = Math.round(delay.percentile(99) / 1e6)
  delay.reset()
  return { status: "ok", event_loop_ms: lag }
}
