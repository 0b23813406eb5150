import {
  query,
  shopAt,
  startRedis,
  startServers,
  type TestServer,
  unique,
} from "../support"

const limits = { RATE_LIMIT_DEVELOPMENT_FACTOR: "1" }

const logIn = async (server: TestServer, email: string) =>
  (
    await shopAt(server).call("/auth/customer/emailpass", {
      body: { email, password: "wrong" },
    })
  ).status

/** 60 tries at once, every other one at the other server. */
const storm = async (servers: TestServer[], email: string) =>
  Promise.all(
    Array.from({ length: 60 }, (_, index) =>
      logIn(servers[index % servers.length], email)
    )
  )

const passed = (statuses: number[]) =>
  statuses.filter((status) => status !== 429).length

it("two servers count log-ins together in Postgres", async () => {
  const servers = await startServers(2, {
    env: { ...limits, RATE_LIMIT_STORE: "postgres" },
  })
  const email = `${unique("storm")}@example.com`
  expect(passed(await storm(servers, email))).toBe(10)

  const rows = await query<{ key: string; points: number }>(
    servers[0].databaseUrl,
    "SELECT key, points FROM duka_rate_limit"
  )
  expect(rows.length).toBeGreaterThan(0)
  expect(JSON.stringify(rows)).not.toContain(email)

  // What they count in goes away: each goes on by itself, and neither opens.
  await query(servers[0].databaseUrl, "DROP TABLE duka_rate_limit")
  const other = `${unique("storm")}@example.com`
  expect(passed(await storm(servers, other))).toBe(20)
})

it("two servers count log-ins together in Redis, and without it apart", async () => {
  const redis = await startRedis()
  const servers = await startServers(2, {
    env: { ...limits, RATE_LIMIT_STORE: "redis", REDIS_URL: redis.url },
  })
  const email = `${unique("storm")}@example.com`
  expect(passed(await storm(servers, email))).toBe(10)
})
