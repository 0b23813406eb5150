import { execFileSync } from "node:child_process"
import {
  existsSync,
  mkdirSync,
  readdirSync,
  rmSync,
  symlinkSync,
} from "node:fs"
import { join } from "node:path"
import { query } from "../../support/databases"
import { freePort } from "../../support/processes"
import {
  gone,
  isRunning,
  killPrograms,
  ordinaryUser,
  type Program,
  programsOf,
  remove,
  root,
  temporary,
} from "./programs"
import {
  factsPath,
  isOpen,
  logIn,
  readShop,
  type ShopFacts,
  startShop,
  statusOf,
} from "./shop-program"

/** The first start may have to build. */
jest.setTimeout(400_000)

let dir: string
let port: number
let shop: Program
let facts: ShopFacts

const start = async () => {
  shop = startShop({ DUKA_DIR: dir, PORT: String(port) })
  await isOpen(shop)
}

beforeAll(async () => {
  dir = temporary("shop")
  port = await freePort()
  await start()
  facts = readShop(dir).facts
})

afterAll(async () => {
  await killPrograms()
  await remove(dir)
})

// Each test finds the shop open and leaves it open.
describe("npm start", () => {
  it("ends with what a person needs, and notes it for scripts", () => {
    const { mode } = readShop(dir)

    expect(mode).toBe(0o600)
    expect(facts).toEqual({
      url: `http://localhost:${port}`,
      admin: { email: expect.any(String), password: expect.any(String) },
      super_admin: { email: expect.any(String), password: expect.any(String) },
      customers: expect.arrayContaining([
        {
          email: expect.any(String),
          password: expect.any(String),
          phone: expect.stringMatching(/^\+\d+$/),
        },
      ]),
      publishable_key: expect.stringMatching(/^pk_/),
      regions: {
        ke: expect.stringMatching(/^reg_/),
        bd: expect.stringMatching(/^reg_/),
        in: expect.stringMatching(/^reg_/),
        us: expect.stringMatching(/^reg_/),
      },
      simulators: expect.stringMatching(/^http:\/\/localhost:\d+$/),
      phone_page: `${facts.simulators}/phone`,
      database_url: expect.stringMatching(/^postgres:\/\/duka:/),
      pid: shop.pid,
    })
    for (const fact of [
      `${facts.url}/app`,
      `${facts.url}/store`,
      facts.phone_page,
      facts.publishable_key,
      facts.admin.email,
      facts.admin.password,
    ]) {
      expect(shop.output()).toContain(fact)
    }
  })

  it("opens the admin, the store and the phone page", async () => {
    expect(await statusOf(`${facts.url}/app`)).toBe(200)
    expect(await statusOf(facts.phone_page)).toBe(200)
    expect(
      await statusOf(`${facts.url}/store/regions`, {
        "x-publishable-api-key": facts.publishable_key,
      })
    ).toBe(200)
    expect(await logIn(facts.url, facts.admin)).toBe(200)
    expect(await logIn(facts.url, facts.super_admin)).toBe(200)
    expect(await logIn(facts.url, facts.customers[0], "customer")).toBe(200)
  })

  it("refuses a second start and says where the first one is", async () => {
    const second = startShop({
      DUKA_DIR: dir,
      PORT: String(await freePort()),
    })

    expect(await second.ended).toEqual({ code: 1, signal: null })
    expect(second.output()).toContain(
      `Duka is already running here: ${facts.url} (process ${shop.pid}).`
    )
    expect(await statusOf(`${facts.url}/health`)).toBe(200)
  })

  it("leaves nothing running after kill -9, and opens again as it was", async () => {
    const programs = programsOf(dir)
    expect(programs.map(isRunning)).toEqual([true, true, true])

    shop.child.kill("SIGKILL")
    await shop.ended
    await start()

    expect(programs.map(isRunning)).toEqual([false, false, false])
    expect(shop.output()).toContain("✓ The build is current")
    expect(shop.output()).toContain("✓ The database is migrated")
    expect(shop.output()).not.toContain("Filling the demo shop")
    const { publishable_key, regions } = readShop(dir).facts
    expect({ publishable_key, regions }).toEqual({
      publishable_key: facts.publishable_key,
      regions: facts.regions,
    })
  })

  it("clears away what outlived a kill -9", async () => {
    const programs = programsOf(dir)
    // Stopped programs do not notice that their parent is gone.
    programs.slice(1).forEach((pid) => process.kill(pid, "SIGSTOP"))
    shop.child.kill("SIGKILL")
    await shop.ended
    expect(programs.slice(1).map(isRunning)).toEqual([true, true])

    await start()

    expect(programs.map(isRunning)).toEqual([false, false, false])
    expect(await statusOf(`${facts.url}/health`)).toBe(200)
  })

  it("stops everything with a sentence when the server dies", async () => {
    const programs = programsOf(dir)

    process.kill(programs[2], "SIGKILL")

    expect(await shop.ended).toEqual({ code: 1, signal: null })
    expect(shop.output()).toContain(
      "The server stopped by itself (SIGKILL), so everything else was stopped too."
    )
    expect(programs.map(isRunning)).toEqual([false, false, false])
    await start()
  })

  it("stops everything with a sentence when Postgres dies", async () => {
    const programs = programsOf(dir)

    process.kill(programs[0], "SIGKILL")

    expect(await shop.ended).toEqual({ code: 1, signal: null })
    expect(shop.output()).toContain("Postgres stopped by itself")
    await gone(programs)
    await start()
  })

  it.each(["SIGINT", "SIGTERM"] as const)(
    "closes in order on %s, also when a terminal sends it to all",
    async (signal) => {
      const programs = programsOf(dir)

      process.kill(-shop.pid, signal)

      expect(await shop.ended).toEqual({ code: 0, signal: null })
      expect(programs.map(isRunning)).toEqual([false, false, false])
      expect(existsSync(factsPath(dir))).toBe(false)
      expect(existsSync(join(dir, "postgres/data/postmaster.pid"))).toBe(false)
      await start()
    }
  )

  it("migrates again when somebody took a migration back", async () => {
    await query(
      readShop(dir).facts.database_url,
      "delete from script_migrations where id = (select max(id) from script_migrations)"
    )
    process.kill(-shop.pid, "SIGINT")
    await shop.ended

    await start()

    expect(shop.output()).toContain("✓ Migrating the database")
  })

  it("opens for an ordinary user in a checkout of their own", async () => {
    process.kill(-shop.pid, "SIGINT")
    await shop.ended
    const checkout = copyOfCheckout()
    const own = join(checkout, ".duka")
    execFileSync("cp", ["-a", dir, own])
    giveAway(checkout)

    const theirs = startShop(
      { DUKA_DIR: own, PORT: String(await freePort()) },
      { cwd: checkout, ...ordinaryUser }
    )
    await isOpen(theirs)

    const { admin, url } = readShop(own).facts
    expect(await logIn(url, admin)).toBe(200)
    process.kill(-theirs.pid, "SIGINT")
    expect(await theirs.ended).toEqual({ code: 0, signal: null })
    await remove(checkout)
  })
})

/** The built checkout again, with links to what nobody writes to. */
function copyOfCheckout() {
  const checkout = temporary("checkout")
  const sources = readdirSync(root).filter(
    (name) => !/^(\.git|\.duka|\.cache|\.medusa|scripts|static)$/.test(name)
  )
  sources.forEach((name) => symlinkSync(join(root, name), join(checkout, name)))
  // Programs find their checkout by where they are themselves.
  execFileSync("cp", ["-R", join(root, "scripts"), checkout])
  mkdirSync(join(checkout, ".medusa"))
  execFileSync("cp", [
    "-R",
    join(root, ".medusa/server"),
    `${checkout}/.medusa`,
  ])
  rmSync(join(checkout, ".medusa/server/static"), { force: true })
  return checkout
}

function giveAway(path: string) {
  const { uid, gid } = ordinaryUser
  if (uid !== undefined) {
    execFileSync("chown", ["-R", "-P", `${uid}:${gid}`, path])
  }
}
