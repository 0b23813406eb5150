import { setTimeout } from "node:timers/promises"
import Redis from "ioredis"
import {
  cloneDatabase,
  query,
  shopAt,
  startRedis,
  startServer,
  useShop,
} from "../../support"

const shop = useShop()

type Ready = {
  status: string
  checks: Record<string, { status: string; message?: string; ms: number }>
}

const ready = (url: string) =>
  shopAt({ url, databaseUrl: "" }).call<Ready>("/health/ready")

/** Asks until the answer, which is kept for a second, is the new one. */
async function readyOnce(
  url: string,
  isNew: (reply: { status: number; body: Ready }) => boolean
) {
  const until = performance.now() + 10_000
  let reply = await ready(url)
  while (!isNew(reply) && performance.now() < until) {
    await setTimeout(100)
    reply = await ready(url)
  }
  return reply
}

const well = ({ status }: { status: number }) => status === 200

it("says that the process lives, without asking anything else", async () => {
  const { status, body, headers } = await shop.call("/health")
  expect({ status, body }).toEqual({ status: 200, body: { status: "ok" } })
  expect(headers.get("cache-control")).toBe("no-store")
})

it("is ready when everything it stands on answers", async () => {
  const { status, body } = await ready(shop.url)
  expect(status).toBe(200)
  expect(body).toMatchObject({
    status: "ok",
    checks: {
      database: { status: "ok" },
      migrations: { status: "ok", pending: 0 },
      redis: { status: "off" },
      queue: { status: "ok" },
    },
  })
})

it("is not ready on a database that lacks a migration or a link", async () => {
  const database = await cloneDatabase()
  const [{ name }] = await query<{ name: string }>(
    database,
    "DELETE FROM mikro_orm_migrations WHERE id = (SELECT max(id) FROM mikro_orm_migrations) RETURNING name"
  )
  const server = await startServer({ database })
  const { status, body } = await ready(server.url)
  expect(status).toBe(503)
  expect(body.checks.migrations).toMatchObject({
    status: "failed",
    pending: 1,
    message: expect.stringContaining("npm run predeploy"),
  })
  await query(database, "INSERT INTO mikro_orm_migrations (name) VALUES ($1)", [
    name,
  ])
  expect((await readyOnce(server.url, well)).status).toBe(200)
})

it("is not ready, but lives, while the database is away", async () => {
  const server = await startServer()
  const { pathname } = new URL(server.databaseUrl)
  const name = pathname.slice(1)
  const admin = server.databaseUrl.replace(/[^/]+$/, "postgres")
  const connections = (allowed: boolean) =>
    query(admin, `ALTER DATABASE "${name}" ALLOW_CONNECTIONS ${allowed}`)
  await connections(false)
  await query(
    admin,
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1",
    [name]
  )
  const started = performance.now()
  const { status, body } = await ready(server.url)
  expect(performance.now() - started).toBeLessThan(4_000)
  expect(status).toBe(503)
  expect(body.status).toBe("failed")
  expect(body.checks.database.status).toBe("failed")
  expect(JSON.stringify(body)).not.toMatch(/duka_|127\.0\.0\.1|password/)
  expect((await fetch(`${server.url}/health`)).status).toBe(200)
  await connections(true)
  expect((await readyOnce(server.url, well)).status).toBe(200)
})

it("watches Redis, and work that nobody does", async () => {
  const redis = await startRedis()
  const server = await startServer({
    env: { REDIS_URL: redis.url, WORKER_MODE: "server" },
  })
  const { body: good } = await ready(server.url)
  expect(good.checks).toMatchObject({
    redis: { status: "ok" },
    queue: { status: "ok", lag_seconds: 0 },
    // With Redis other modules are on, and the template was made without.
    migrations: { status: "failed", pending: expect.any(Number) },
  })

  const client = new Redis(redis.url)
  await client.hset("bull:events-queue:77", "timestamp", Date.now() - 120_000)
  await client.lpush("bull:events-queue:wait", "77")
  client.disconnect()
  const behind = await readyOnce(
    server.url,
    ({ body }) => body.checks.queue.status === "failed"
  )
  expect(behind.status).toBe(503)
  expect(behind.body.checks.queue.message).toContain("worker")

  await redis.stop()
  const away = await readyOnce(
    server.url,
    ({ body }) => body.checks.redis.status === "failed"
  )
  expect(away.status).toBe(503)
  expect(away.body.checks.redis.status).toBe("failed")
  expect(away.body.checks.database.status).toBe("ok")
})

describe("metrics", () => {
  const read = (url: string, headers: Record<string, string> = {}) =>
    shopAt({ url, databaseUrl: "" }).call<string>("/metrics", { headers })

  it("count by the pattern of a route, never by its address", async () => {
    await shop.store("/products/prod_one_of_many")
    await shop.store("/products/prod_another")
    await shop.call("/a/path/nobody/has")
    const { status, body, headers } = await read(shop.url)
    expect(status).toBe(200)
    expect(headers.get("content-type")).toMatch(/^text\/plain;.* version=/)
    expect(body).toMatch(
      /http_request_duration_seconds_count\{method="GET",route="\/store\/products\/:id",status="404"\} [1-9]/
    )
    expect(body).toMatch(/route="other",status="404"/)
    expect(body).not.toMatch(/prod_|nobody/)
    expect(body).toMatch(/database_pool_connections\{state="free"\} \d/)
    expect(body).toContain("process_resident_memory_bytes")
  })

  it("are not for who comes through a proxy while there is no token", async () => {
    for (const header of ["x-forwarded-for", "x-real-ip", "forwarded"]) {
      const { status } = await read(shop.url, { [header]: "127.0.0.1" })
      expect(status).toBe(401)
    }
  })

  it("are for who holds the token, and for nobody else once there is one", async () => {
    const { url } = await startServer({
      env: { METRICS_TOKEN: "the-scraper-of-the-test" },
    })
    const bearer = (token: string) => ({ authorization: `Bearer ${token}` })
    expect((await read(url)).status).toBe(401)
    expect((await read(url, bearer("another"))).status).toBe(401)
    expect((await read(url, bearer("the-scraper-of-the-test"))).status).toBe(
      200
    )
  })
})
