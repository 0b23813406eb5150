import { shopAt, startRedis, startServers, unique } from "../support"

it("two servers and a Redis share one shop", async () => {
  const redis = await startRedis()
  const servers = await startServers(2, { env: { REDIS_URL: redis.url } })
  const [one, two] = servers.map(shopAt)

  expect(servers[0].pid).not.toBe(servers[1].pid)
  expect(one.databaseUrl).toBe(two.databaseUrl)

  const handle = unique("shared")
  await one.fixtures.product({ handle })
  const { body } = await two.store<{ count: number }>(
    `/products?handle=${handle}`
  )
  expect(body.count).toBe(1)
})

it("asks for a redis-server in a sentence when there is none", async () => {
  const before = process.env.REDIS_SERVER
  process.env.REDIS_SERVER = "/nowhere/redis-server"
  try {
    await expect(startRedis()).rejects.toThrow(
      "This test needs a real Redis and found no redis-server. Install it"
    )
  } finally {
    if (before === undefined) {
      delete process.env.REDIS_SERVER
    } else {
      process.env.REDIS_SERVER = before
    }
  }
})
