import { createServer, type Server } from "node:net"
import { cloneDatabase, query } from "../../support/databases"
import { freePort } from "../../support/processes"
import { ask, startPostgres, stop } from "./postgres-program"
import { killPrograms, remove, temporary } from "./programs"
import { startShop } from "./shop-program"

jest.setTimeout(400_000)

let dir: string
let free: string

beforeEach(async () => {
  dir = temporary("refusal")
  free = String(await freePort())
})

afterEach(async () => {
  await killPrograms()
  await remove(dir)
})

/** How the start ended, and the last thing it said. */
async function refusal(env: Record<string, string>) {
  const shop = startShop({ DUKA_DIR: dir, PORT: free, ...env })
  const { code } = await shop.ended
  return { code, said: shop.output() }
}

const listen = (port: number) =>
  new Promise<Server>((done) => {
    const server = createServer()
    server.listen(port, () => done(server))
  })

describe("npm start refuses with a sentence", () => {
  it("a port that is taken, and says by whom", async () => {
    const server = await listen(Number(free))

    const { code, said } = await refusal({})

    expect(code).toBe(1)
    expect(said).toContain(`Port ${free} is in use by process ${process.pid} (`)
    expect(said).toContain(`PORT=${Number(free) + 100} npm start`)
    server.close()
  })

  it("a port that is none", async () => {
    expect(await refusal({ PORT: "80x" })).toEqual({
      code: 1,
      said: '\nPORT must be a whole number from 0 to 65535, but it is "80x". Try PORT=9000 npm start.\n',
    })
  })

  it("production without a database, and without saying a secret", async () => {
    const { code, said } = await refusal({ NODE_ENV: "production" })

    expect(code).toBe(1)
    expect(said).toContain("A production server needs a database")
  })

  it("a database where nothing answers", async () => {
    const address = `postgres://duka:secret-word@127.0.0.1:${free}/duka`

    const { code, said } = await refusal({ DATABASE_URL: address, PORT: "0" })

    expect(code).toBe(1)
    expect(said).toContain(
      `Nothing answers at 127.0.0.1:${free}, where DATABASE_URL points.`
    )
    expect(said).not.toContain("secret-word")
  })

  it("a database on a host that does not exist", async () => {
    const { code, said } = await refusal({
      DATABASE_URL: "postgres://duka@no-such-host.invalid/duka",
    })

    expect(code).toBe(1)
    expect(said).toContain("The host no-such-host.invalid of DATABASE_URL")
  })

  it("an address that is none", async () => {
    const { code, said } = await refusal({ DATABASE_URL: "mysql://h/duka" })

    expect(code).toBe(1)
    expect(said).toContain("DATABASE_URL is not the address of a Postgres.")
  })

  it("a wrong password, and a database it may not create", async () => {
    const postgres = startPostgres({ dir: `${dir}/pg` })
    const { url } = await postgres.ready
    await ask(url, "create role guest login password 'welcome'")
    const address = new URL(url)
    address.pathname = "/missing"

    address.username = "guest"
    address.password = "wrong"
    const wrong = await refusal({ DATABASE_URL: address.href })
    address.password = "welcome"
    const forbidden = await refusal({ DATABASE_URL: address.href })

    expect(wrong.code).toBe(1)
    expect(wrong.said).toContain(
      `Postgres at ${address.host} does not accept the password of user "guest".`
    )
    expect(forbidden.code).toBe(1)
    expect(forbidden.said).toContain(
      `The database "missing" does not exist at ${address.host}, and user "guest" could not create it: permission denied to create database.`
    )
    await stop(postgres)
  })

  it("a migration that fails, with its last lines and the log", async () => {
    const database = await cloneDatabase("empty")
    await query(database, "drop table mikro_orm_migrations")
    await query(
      database,
      "drop table if exists store cascade; create table store (id int)"
    )

    const { code, said } = await refusal({ DATABASE_URL: database })

    expect(code).toBe(1)
    expect(said).toContain("The database could not be migrated.")
    expect(said).toContain(`The whole log is in ${dir}/logs/migrate.log`)
  })
})

describe("npm start with a DATABASE_URL", () => {
  it("adds no demo goods to a shop that is not its own", async () => {
    const database = await cloneDatabase("base")
    const shop = startShop({
      DUKA_DIR: dir,
      PORT: free,
      DATABASE_URL: database,
    })

    await shop.says("Duka is open")

    expect(shop.output()).toContain("This database already holds a shop")
    expect(shop.output()).not.toContain("Filling the demo shop")
    expect(shop.output()).not.toContain("Starting Postgres")
    process.kill(-shop.pid, "SIGINT")
    expect(await shop.ended).toEqual({ code: 0, signal: null })
  })
})
