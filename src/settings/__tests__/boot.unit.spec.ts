import { execFile } from "node:child_process"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"
import { settingNames } from "../schema"

// Each starts a process, which may take long while others build.
jest.setTimeout(60_000)

const root = resolve(__dirname, "../../..")
const medusa = join(root, "node_modules/@medusajs/cli/cli.js")

/** Empty is not set, and keeps a developer's `.env` out. */
const nothing = Object.fromEntries(settingNames.map((name) => [name, ""]))

const live = {
  NODE_ENV: "production",
  // Refused connections end a start that should not have come this far.
  DATABASE_URL: "postgres://localhost:1/duka",
  JWT_SECRET: "Zk3vQ9pL2mN8xR5tW7yB4cD6fG1hJ0sA",
  COOKIE_SECRET: "qP8wE3rT6yU1iO9aS4dF7gH2jK5lZ0xC",
  BACKEND_URL: "https://api.example",
  STORE_CORS: "https://shop.example",
  ADMIN_CORS: "https://api.example",
  AUTH_CORS: "https://shop.example,https://api.example",
}

const run = (args: string[], change: Record<string, string> = {}) =>
  new Promise<{ code: number | string; output: string }>((done) => {
    const env = { PATH: process.env.PATH, ...nothing, ...live, ...change }
    execFile(process.execPath, args, { cwd: root, env }, (error, out, err) =>
      done({ code: error?.code ?? 0, output: out + err })
    )
  })

describe("a production server", () => {
  it.each([
    [
      "start",
      { JWT_SECRET: "" },
      "JWT_SECRET is a secret that everybody can read in the source",
    ],
    ["start", { STORE_CORS: "*" }, "STORE_CORS contains `*`"],
    [
      "db:migrate",
      { SIMULATORS_URL: "http://localhost:4010" },
      "SIMULATORS_URL is set, so payments would only be played",
    ],
  ])("ends `medusa %s` with %j", async (command, change, sentence) => {
    const { code, output } = await run([medusa, command], change)

    expect(code).toBe(1)
    expect(output).toContain("A setting is wrong, so nothing was started:")
    expect(output).toContain(sentence)
    expect(output).not.toContain("read.ts")
    expect(output).not.toContain(live.COOKIE_SECRET)
  })
})

describe("the configuration in production", () => {
  const folder = mkdtempSync(join(tmpdir(), "duka-boot-"))
  // Stands where Medusa's command stands, so that a build takes no minute.
  const command = join(folder, "cli.js")

  beforeAll(() => {
    const modules = [
      "node_modules/ts-node/register/transpile-only",
      "medusa-config",
    ]
    const lines = modules.map(
      (name) => `require(${JSON.stringify(join(root, name))})`
    )
    writeFileSync(command, [...lines, 'console.log("loaded")'].join("\n"))
  })

  afterAll(() => rmSync(folder, { recursive: true }))

  it("needs nothing to build", async () => {
    const unset = Object.fromEntries(
      Object.keys(live).map((name) => [name, ""])
    )
    const environment = { ...unset, NODE_ENV: "production" }

    expect(await run([command, "build"], environment)).toEqual({
      code: 0,
      output: "loaded\n",
    })
    expect(await run([command, "start"], environment)).toMatchObject({
      code: 1,
      output: expect.stringContaining("DATABASE_URL is not set"),
    })
  })

  it("says in the log what is doubtful", async () => {
    const { code, output } = await run([command, "start"])

    expect(code).toBe(0)
    expect(output).toContain("REDIS_URL is not set")
    expect(output).toContain("loaded")
  })
})
