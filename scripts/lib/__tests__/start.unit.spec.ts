import {
  mkdirSync,
  mkdtempSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { readSettings } from "../../../src/settings/read"
import { inNode, root, runNode } from "./in-node"

let dir: string

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "duka-start-"))
})

afterEach(() => rmSync(dir, { recursive: true }))

describe("the Node version", () => {
  const pretend = (version: string) =>
    runNode([
      "--eval",
      `Object.defineProperty(process.versions, "node", { value: "${version}" })
       require(${JSON.stringify(join(root, "scripts/start.cjs"))})`,
    ])

  it.each(["0.12.18", "18.20.4", "20.18.3"])(
    "refuses %s with a sentence",
    async (version) => {
      const { code, stdout, stderr } = await pretend(version)

      expect({ code, stdout }).toEqual({ code: 1, stdout: "" })
      expect(stderr).toBe(
        `Duka needs Node 20.19 or newer, and this is Node ${version}. Install a newer one from https://nodejs.org (or with nvm: nvm install 20), then run the command again.\n`
      )
    }
  )
})

describe("isInstalled", () => {
  const lock = (packages: Record<string, unknown>) =>
    writeFileSync(join(dir, "package-lock.json"), JSON.stringify({ packages }))
  const installed = (packages: Record<string, unknown>) => {
    mkdirSync(join(dir, "node_modules"), { recursive: true })
    writeFileSync(
      join(dir, "node_modules/.package-lock.json"),
      JSON.stringify({ packages })
    )
  }
  const ask = () =>
    inNode<boolean>(
      `const { isInstalled } = await load("start/install.mjs")
       answer(isInstalled(${JSON.stringify(dir)}))`
    )
  const a1 = { "node_modules/a": { version: "1.0.0" } }

  it("is false without node_modules", async () => {
    lock({ "": { version: "0.1.0" }, ...a1 })

    expect(await ask()).toBe(false)
  })

  it("is true when npm installed what the lock file asks for", async () => {
    lock({ "": { version: "0.1.0" }, ...a1 })
    installed(a1)

    expect(await ask()).toBe(true)
  })

  it("is false when the lock file moved on", async () => {
    lock({ "node_modules/a": { version: "1.0.1" } })
    installed(a1)

    expect(await ask()).toBe(false)
  })

  it("does not miss what npm leaves out", async () => {
    lock({
      ...a1,
      "node_modules/other-platform": { version: "1.0.0", optional: true },
      "node_modules/wanted-by-nobody": { version: "1.0.0", extraneous: true },
    })
    installed(a1)

    expect(await ask()).toBe(true)
  })
})

describe("the settings of a local shop", () => {
  const settings = (env: Record<string, string>) =>
    inNode<Record<string, string>>(
      `const { localSettings } = await load("start/environment.mjs")
       answer(localSettings({
         env: ${JSON.stringify(env)}, port: 9123, dir: ${JSON.stringify(dir)},
         watch: false, databaseUrl: "postgres://localhost/x",
       }))`
    )

  it("have random secrets that stay and that only the owner reads", async () => {
    const first = await settings({})
    const second = await settings({})

    expect(first.JWT_SECRET).toMatch(/^[0-9a-f]{64}$/)
    expect(first.COOKIE_SECRET).toMatch(/^[0-9a-f]{64}$/)
    expect(first.COOKIE_SECRET).not.toBe(first.JWT_SECRET)
    expect(second).toEqual(first)
    expect(statSync(join(dir, "secrets.json")).mode & 0o777).toBe(0o600)
  })

  it("follow the port", async () => {
    expect(await settings({})).toMatchObject({
      NODE_ENV: "dev",
      PORT: "9123",
      BACKEND_URL: "http://localhost:9123",
      ADMIN_CORS: "http://localhost:9123,http://localhost:5173",
      DATABASE_URL: "postgres://localhost/x",
    })
  })

  it("are those of a development server to the shop itself", async () => {
    const reading = readSettings(await settings({}))

    expect(reading.problems).toEqual([])
    expect(reading.settings.NODE_ENV).toBe("development")
  })

  it("leave alone what a person has set", async () => {
    expect(
      await settings({ JWT_SECRET: "mine", STORE_CORS: "https://shop.example" })
    ).toMatchObject({ JWT_SECRET: "mine", STORE_CORS: "https://shop.example" })
  })
})

describe("the database out of the settings", () => {
  const configured = (env: Record<string, string>) =>
    inNode<string | null>(
      `const { configuredDatabase } = await load("start/database.mjs")
       answer(configuredDatabase(${JSON.stringify(env)}))`
    )

  it.each([
    [{}, null],
    [{ DATABASE_URL: "postgres://h/x" }, "postgres://h/x"],
    [{ DB_HOST: "h" }, "postgres://h:5432/duka"],
    [
      {
        DB_HOST: "h",
        DB_PORT: "6",
        DB_USER: "u",
        DB_PASSWORD: "p@/",
        DB_NAME: "n",
      },
      "postgres://u:p%40%2F@h:6/n",
    ],
  ])("%j is %s", async (env, address) => {
    expect(await configured(env)).toBe(address)
  })
})

describe("errors", () => {
  const explain = (error: Record<string, string>) =>
    inNode<string | null>(
      `const { explain } = await load("sentence.mjs")
       answer(explain(Object.assign(new Error("x"), ${JSON.stringify(error)}))?.text)`
    )

  it("say that the disk is full", async () => {
    expect(await explain({ code: "ENOSPC", path: "/data/x" })).toBe(
      "The disk is full (writing to /data/x). Free some space; a first start needs about 1.5 GB for packages, build and database. Then start again."
    )
  })

  it("say whose folder it is", async () => {
    expect(
      await explain({ code: "EACCES", path: "/data/x", syscall: "open" })
    ).toMatch(/^This user may not open \/data\/x\. Run the command as the user/)
  })

  it("leave what they do not know as it is", async () => {
    expect(await explain({ code: "EWHATEVER" })).toBeNull()
  })
})

describe("progress and the closing box", () => {
  it("are plain lines when nobody looks at a terminal", async () => {
    const lines = await inNode<string[]>(
      `const { createProgress } = await load("start/progress.mjs")
       const lines = []
       const progress = createProgress({ write: (text) => lines.push(text) }, {})
       await progress.phase("Starting Postgres", async () => progress.note("hidden"))
       answer(lines)`
    )

    expect(lines).toEqual([
      "  Starting Postgres ...\n",
      expect.stringMatching(/^✓ Starting Postgres {2}0\.\d s\n$/),
    ])
  })

  it("frame what a person needs", async () => {
    const [box, plain] = await inNode<string[]>(
      `const { drawBox } = await load("start/facts.mjs")
       const lines = [["Admin", "http://a"], ["Key", "pk"]]
       answer([drawBox("Open", lines, { lively: true }), drawBox("Open", lines, {})])`
    )

    expect(box).toBe(
      [
        "",
        "┌─────────────────┐",
        "│ Open            │",
        "│                 │",
        "│ Admin  http://a │",
        "│ Key    pk       │",
        "└─────────────────┘",
        "",
        "",
      ].join("\n")
    )
    expect(plain).toBe("\nOpen\nAdmin  http://a\nKey    pk\n\n")
  })
})
