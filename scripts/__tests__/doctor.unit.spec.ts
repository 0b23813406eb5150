import { execFile } from "node:child_process"
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { createServer } from "node:net"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"
import { settingNames } from "../../src/settings/schema"

// Each asks a process of its own.
jest.setTimeout(60_000)

const root = resolve(__dirname, "../..")

type Finding = { name: string; status: string; message: string }

type Answer = { code: number | string; output: string; errors: string }

const nothing = Object.fromEntries(settingNames.map((name) => [name, ""]))

const node = (args: string[], env: Record<string, string | undefined> = {}) =>
  new Promise<Answer>((done) => {
    const options = { env: { PATH: process.env.PATH, ...nothing, ...env } }
    execFile(process.execPath, args, options, (error, output, errors) =>
      done({ code: error?.code ?? 0, output, errors })
    )
  })

const doctor = async (
  args: string[],
  env: Record<string, string> = {},
  place = root
) => {
  const script = join(place, "scripts/doctor.mjs")
  const { code, output } = await node([script, "--json", ...args], env)
  const report = JSON.parse(output) as {
    mode: string
    ok: boolean
    findings: Finding[]
  }
  return { code, output, ...report }
}

const about = (findings: Finding[], name: string) =>
  findings
    .filter((finding) => finding.name === name)
    .map(({ status, message }) => `${status}: ${message}`)

/** A function of the doctor, called in a process that knows its modules. */
const call = async (file: string, expression: string) => {
  const module = join(root, "scripts/lib/doctor", file)
  const code = `import("${module}").then(async (m) => console.log(JSON.stringify(await m.${expression})))`
  const { output, errors } = await node(["-e", code])

  expect(errors).toBe("")
  return JSON.parse(output) as unknown
}

const live = {
  DATABASE_URL: "postgres://duka:hunter2@localhost:1/duka",
  REDIS_URL: "redis://:hunter2@localhost:1",
  JWT_SECRET: "Zk3vQ9pL2mN8xR5tW7yB4cD6fG1hJ0sA",
  COOKIE_SECRET: "qP8wE3rT6yU1iO9aS4dF7gH2jK5lZ0xC",
  BACKEND_URL: "https://api.example",
  STORE_CORS: "https://shop.example",
  ADMIN_CORS: "https://api.example",
  AUTH_CORS: "https://api.example",
}

describe("doctor of a machine", () => {
  it("looks at everything the two commands need", async () => {
    const { mode, findings } = await doctor([])

    expect(mode).toBe("machine")
    expect(new Set(findings.map(({ name }) => name))).toEqual(
      new Set([
        "Node.js",
        "System",
        "Disk",
        "Memory",
        "Data folder",
        "Port",
        "Packages",
        "Postgres",
        "Chromium",
        "Redis",
        "Settings",
      ])
    )
    expect(about(findings, "Node.js")).toEqual([`ok: ${process.versions.node}`])
  })

  it("works before a package is installed", async () => {
    const bare = mkdtempSync(join(tmpdir(), "duka-doctor-"))
    try {
      cpSync(join(root, "scripts"), join(bare, "scripts"), { recursive: true })
      const { code, findings } = await doctor([], {}, bare)

      expect(code).toBe(0)
      expect(about(findings, "Packages")).toEqual([
        "warn: are not installed. npm start installs them, or npm ci.",
      ])
      expect(about(findings, "Settings")).toEqual([
        "warn: cannot be judged before npm ci has run.",
      ])
    } finally {
      rmSync(bare, { recursive: true })
    }
  })

  it("warns of a port that is taken", async () => {
    const server = createServer()
    const port = await new Promise<number>((done) => {
      server.listen(0, () => done((server.address() as { port: number }).port))
    })
    try {
      const { findings } = await doctor([], { PORT: String(port) })

      expect(about(findings, "Port")).toEqual([
        `warn: ${port} is taken, by this shop or another program. Stop that, or set PORT.`,
      ])
    } finally {
      server.close()
    }
  })

  it("fails for a wrong setting, in the words of the server", async () => {
    const { code, ok, findings } = await doctor([], { PORT: "abc" })

    expect(code).toBe(1)
    expect(ok).toBe(false)
    expect(about(findings, "Settings")[0]).toBe(
      "fail: PORT must be a whole number from 0 to 65535, but it is `abc`."
    )
  })

  it("prints a line for each check, and a last one", async () => {
    const { code, output } = await node([join(root, "scripts/doctor.mjs")])
    const lines = output.trimEnd().split("\n")

    expect(code).toBe(0)
    expect(lines[0]).toBe("Looking at this machine")
    expect(output).toMatch(/^ {2}ok {4}Node\.js +\d/m)
    expect(lines.at(-1)).toMatch(
      /^This machine can run the shop; \d+ warnings?\.$/
    )
  })

  it.each([
    ["20.18.3", "fail"],
    ["18.20.0", "fail"],
    ["20.19.0", "ok"],
    ["24.0.0", "ok"],
  ])("judges Node %s: %s", async (version, status) => {
    expect(await call("machine.mjs", `checkNode("${version}")`)).toMatchObject({
      status,
    })
  })

  it.each([
    [3, "ok"],
    [1, "warn"],
    [0.25, "fail"],
  ])("judges %d GB of free disk: %s", async (gb, status) => {
    const space = `{ bavail: ${gb} * 1024, bsize: 1024 ** 2 }`

    expect(
      await call("machine.mjs", `checkDisk("/tmp", ${space})`)
    ).toMatchObject({ status })
  })

  it("judges memory", async () => {
    expect(await call("machine.mjs", "checkMemory(1024 ** 3)")).toEqual({
      name: "Memory",
      status: "warn",
      message:
        "is 1.0 GB; the build may need 2.0 GB. Build on a larger machine, or add swap.",
    })
  })
})

describe("doctor of a production configuration", () => {
  it("names everything a server would refuse", async () => {
    const { code, mode, findings } = await doctor(["--production"])

    expect(code).toBe(1)
    expect(mode).toBe("production")
    expect(
      about(findings, "Settings")
        .filter((line) => line.startsWith("fail"))
        .map((line) => line.split(" ")[1])
    ).toEqual([
      "DATABASE_URL",
      "JWT_SECRET",
      "COOKIE_SECRET",
      "BACKEND_URL",
      "STORE_CORS",
      "ADMIN_CORS",
      "AUTH_CORS",
    ])
  })

  it("is meant by NODE_ENV too", async () => {
    const { mode } = await doctor([], { NODE_ENV: "production" })

    expect(mode).toBe("production")
  })

  it("knocks at the database and at Redis without saying the password", async () => {
    const { code, findings, output } = await doctor(["--production"], live)
    const silence =
      "fail: cannot be reached: nothing answers there. Start it, or mend the address."

    expect(code).toBe(1)
    expect(about(findings, "Settings")[0]).toBe(
      "ok: are sound, 9 of them given"
    )
    expect(about(findings, "Database")).toEqual([silence])
    expect(about(findings, "Redis")).toEqual([silence])
    expect(output).not.toContain("hunter2")
  })

  it("reads the files a server reads, and finds slips of the pen in them", async () => {
    const place = mkdtempSync(join(tmpdir(), "duka-doctor-"))
    const write = (name: string, lines: string[], mode: number) =>
      writeFileSync(join(place, name), lines.join("\n"), { mode })
    try {
      write(
        ".env",
        ["STORE_COR=https://a.example", "WORKER_MODE=worker"],
        0o600
      )
      write(".env.production", ["WORKER_MODE=server", "MEDUSA_X=1"], 0o644)
      const env = await call(
        "settings.mjs",
        `readEnvironment("${place}", { production: true, env: { PORT: "1" } })`
      )
      const names = await call(
        "settings.mjs",
        `checkNames("${place}", true, ["STORE_CORS", "WORKER_MODE"])`
      )
      const secrecy = await call(
        "settings.mjs",
        `checkSecrecy("${place}", true)`
      )

      expect(env).toEqual({
        STORE_COR: "https://a.example",
        WORKER_MODE: "server",
        MEDUSA_X: "1",
        PORT: "1",
        NODE_ENV: "production",
      })
      expect(names).toEqual([
        {
          name: "Settings",
          status: "warn",
          message: `STORE_COR in ${join(place, ".env")} is no setting, so nothing reads it. Is it STORE_CORS?`,
        },
      ])
      expect(secrecy).toMatchObject([
        { message: expect.stringContaining(".env.production holds secrets") },
      ])
    } finally {
      rmSync(place, { recursive: true })
    }
  })

  const facts = {
    version: 18,
    name: "18.4",
    connections: 100,
    encoding: "UTF8",
    may_create: true,
    lacking: [],
  }

  it.each([
    [{}, ["ok: answers, Postgres 18.4"]],
    [
      { version: 12, name: "12.9" },
      ["fail: is Postgres 12.9; 14 or newer is needed."],
    ],
    [
      { encoding: "SQL_ASCII" },
      [
        "fail: stores text as SQL_ASCII; Bengali and Hindi need UTF8. Create it with -E UTF8.",
      ],
    ],
    [
      { lacking: ["pg_trgm", "unaccent"] },
      [
        "fail: lacks what searching needs. Have somebody who may run in it: CREATE EXTENSION pg_trgm; CREATE EXTENSION unaccent;",
      ],
    ],
    [
      { connections: 30, may_create: false },
      [
        "warn: this user may not create schemas, so migrations may fail.",
        "warn: allows 30 connections and each process takes up to 20; two processes leave none. Lower DATABASE_POOL_MAX.",
      ],
    ],
  ])("judges a database that differs by %j", async (change, lines) => {
    const asked = JSON.stringify({ ...facts, ...change })
    const findings = await call("services.mjs", `judgeDatabase(${asked}, 20)`)

    expect(about(findings as Finding[], "Database")).toEqual(lines)
  })

  it.each([
    ["noeviction", "ok"],
    ["allkeys-lru", "warn"],
  ])("judges a Redis with %s: %s", async (policy, status) => {
    const info = `{ redis_version: "7.0", maxmemory_policy: "${policy}" }`

    expect(await call("services.mjs", `judgeRedis(${info})`)).toMatchObject({
      status,
    })
  })
})

describe("doctor's command line", () => {
  const script = join(root, "scripts/doctor.mjs")

  it("explains itself", async () => {
    const { code, output } = await node([script, "--help"])

    expect(code).toBe(0)
    expect(output).toContain("--production")
  })

  it("refuses what it does not know", async () => {
    const { code, errors } = await node([script, "--produciton"])

    expect(code).toBe(2)
    expect(errors).toContain("Unknown option '--produciton'")
  })
})
