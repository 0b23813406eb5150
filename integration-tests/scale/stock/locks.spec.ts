import { ModulesSdkUtils } from "@medusajs/framework/utils"
import { PostgresLockingService } from "../../../src/providers/locking-postgres/service"
import { logger } from "../../../src/logger"
import { cloneDatabase, query, unique } from "../../support"

type Knex = ReturnType<typeof ModulesSdkUtils.createPgConnection>

let databaseUrl: string
const pools: Knex[] = []

/** What two servers have of one database: each its own locks and connections. */
function server(lease?: number) {
  const knex = ModulesSdkUtils.createPgConnection({ clientUrl: databaseUrl })
  pools.push(knex)
  return new PostgresLockingService(
    { __pg_connection__: knex, logger },
    { lease }
  )
}

let one: PostgresLockingService
let two: PostgresLockingService

beforeAll(async () => {
  databaseUrl = await cloneDatabase()
  one = server()
  two = server()
})

afterEach(() => Promise.all([one.releaseAll(), two.releaseAll()]))

afterAll(() => Promise.all(pools.map((knex) => knex.destroy())))

const IN_USE = {
  type: "conflict",
  message: expect.stringContaining("in use") as string,
}

const rowsOf = (key: string) =>
  query(databaseUrl, "SELECT id FROM locking WHERE id = $1", [key])

it("lets one of eight callers in, whichever server it asks", async () => {
  const key = unique("cart")
  const calls = Array.from({ length: 8 }, (_, i) =>
    (i % 2 ? one : two).acquire(key)
  )
  const results = await Promise.allSettled(calls)

  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1)
  const winner = results.findIndex(({ status }) => status === "fulfilled")
  await expect((winner % 2 ? one : two).release(key)).resolves.toBe(true)
  await expect(two.acquire(key)).resolves.toBeUndefined()
  await expect(two.release(key)).resolves.toBe(true)
  await expect(two.release(key)).resolves.toBe(false)
})

it("lets a named owner in again, and nobody else give it back", async () => {
  const key = unique("cart")
  await one.acquire(key, { ownerId: "anna_%" })
  await two.acquire(key, { ownerId: "anna_%" })

  await expect(two.acquire(key, { ownerId: "anna_b" })).rejects.toMatchObject(
    IN_USE
  )
  await expect(two.release(key, { ownerId: "anna_b" })).resolves.toBe(false)
  await expect(two.release(key)).resolves.toBe(false)
  await expect(one.release(key, { ownerId: "anna_%" })).resolves.toBe(true)
  await expect(two.release(key, { ownerId: "anna_%" })).resolves.toBe(false)
})

it("takes all keys or none", async () => {
  const [a, b] = [unique("a"), unique("b")]
  await one.acquire(b)

  await expect(two.acquire([b, a])).rejects.toMatchObject(IN_USE)
  await expect(rowsOf(a)).resolves.toEqual([])
  await one.release(b)
  await expect(two.acquire([b, a])).resolves.toBeUndefined()
  await two.releaseAll()
  await expect(rowsOf(a)).resolves.toEqual([])
})

it("can be given back by the server that goes on with the work", async () => {
  const key = unique("cart")
  await one.acquire(key)
  await expect(two.release(key)).resolves.toBe(true)
})

it("does not give back what another has taken since", async () => {
  const key = unique("cart")
  await one.acquire(key)
  await query(
    databaseUrl,
    "UPDATE locking SET expiration = now() WHERE id = $1",
    [key]
  )
  await two.acquire(key)

  await expect(one.release(key)).resolves.toBe(false)
  await expect(rowsOf(key)).resolves.toHaveLength(1)
})

it("outlives its process by a lease, and lasts as long as its work", async () => {
  const key = unique("cart")
  const short = server(0.3)
  const job = jest.fn(async () => {
    // Until the lease has been renewed twice, by what the database says.
    for (let seen = new Set<string>(); seen.size < 3;) {
      const [row] = await query<{ expiration: Date }>(
        databaseUrl,
        "SELECT expiration FROM locking WHERE id = $1",
        [key]
      )
      seen.add(row.expiration.toISOString())
    }
    await expect(two.acquire(key)).rejects.toMatchObject(IN_USE)
    return "done"
  })
  await expect(short.execute(key, job)).resolves.toBe("done")
  await expect(rowsOf(key)).resolves.toEqual([])
})

it("tells a job that its lock is gone, and its caller too", async () => {
  const key = unique("cart")
  const short = server(0.3)
  const lost = short.execute(
    key,
    (signal) =>
      new Promise<void>((done) => {
        signal?.addEventListener("abort", () => done())
        void query(databaseUrl, "DELETE FROM locking WHERE id = $1", [key])
      })
  )
  await expect(lost).rejects.toMatchObject({
    type: "conflict",
    message: `The lock on ${key} was lost while its job ran. Try again.`,
  })
})

it("runs jobs that share keys one at a time, in whatever order they name them", async () => {
  const keys = [unique("a"), unique("b")]
  let inside = 0
  const most: number[] = []
  const job = async () => {
    most.push(++inside)
    await query(databaseUrl, "SELECT 1")
    inside--
  }
  await Promise.all(
    Array.from({ length: 30 }, (_, i) =>
      (i % 2 ? one : two).execute(i % 3 ? keys : [...keys].reverse(), job)
    )
  )
  expect(most).toEqual(Array.from({ length: 30 }, () => 1))
})

it("gives up in time when somebody else goes on", async () => {
  const key = unique("cart")
  await one.acquire(key)
  await expect(
    two.execute(key, () => Promise.resolve(), { timeout: 1 })
  ).rejects.toMatchObject(IN_USE)
  await one.release(key)
})

it("leaves stock to its rows: callers stand in line and write no lock", async () => {
  const key = unique("iitem_")
  await expect(one.execute([key], () => rowsOf(key))).resolves.toEqual([])
})
