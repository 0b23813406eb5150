import { execFile } from "node:child_process"
import { resolve } from "node:path"
import { settingNames } from "../../../src/settings/schema"
import { cloneDatabase, query, startRedis } from "../../support"

const script = resolve(__dirname, "../../../scripts/doctor.mjs")

/** Empty is not set, and keeps a developer's `.env` out. */
const nothing = Object.fromEntries(settingNames.map((name) => [name, ""]))

const trial = {
  TRIAL_MODE: "local",
  JWT_SECRET: "Zk3vQ9pL2mN8xR5tW7yB4cD6fG1hJ0sA",
  COOKIE_SECRET: "qP8wE3rT6yU1iO9aS4dF7gH2jK5lZ0xC",
}

type Finding = { name: string; status: string; message: string }

const examine = (change: Record<string, string>) =>
  new Promise<{ code: number | string; lines: string[] }>((done, failed) => {
    const env = { PATH: process.env.PATH, ...nothing, ...trial, ...change }
    const args = [script, "--production", "--json"]
    execFile(process.execPath, args, { env }, (error, output, errors) => {
      if (errors) {
        failed(new Error(errors))
        return
      }
      const { findings } = JSON.parse(output) as { findings: Finding[] }
      const lines = findings
        .filter(({ name }) =>
          ["Database", "Migrations", "Redis"].includes(name)
        )
        .map(({ name, status, message }) => `${name} ${status}: ${message}`)
      done({ code: error?.code ?? 0, lines })
    })
  })

const ANSWERS = expect.stringMatching(/^Database ok: answers, Postgres \d+/)

describe("doctor of a production configuration", () => {
  it("finds a migrated database sound", async () => {
    const databaseUrl = await cloneDatabase("empty")

    const { code, lines } = await examine({ DATABASE_URL: databaseUrl })

    expect(lines).toEqual([
      ANSWERS,
      "Migrations ok: all have run",
      "Redis ok: is not used",
    ])
    expect(code).toBe(0)
  })

  it("knows that Redis brings tables of its own", async () => {
    const redis = await startRedis()
    const databaseUrl = await cloneDatabase("empty")

    const { code, lines } = await examine({
      DATABASE_URL: databaseUrl,
      REDIS_URL: redis.url,
    })

    expect(lines).toEqual([
      ANSWERS,
      expect.stringMatching(
        /^Migrations fail: \d+ wait\. Run npm run predeploy\.$/
      ),
      expect.stringMatching(/^Redis ok: answers, version \d/),
    ])
    expect(code).toBe(1)
  })

  it("counts the migrations that wait", async () => {
    const databaseUrl = await cloneDatabase("empty")
    await query(
      databaseUrl,
      `delete from mikro_orm_migrations
        where id in (select id from mikro_orm_migrations order by id limit 2)`
    )

    const { code, lines } = await examine({ DATABASE_URL: databaseUrl })

    expect(lines).toEqual([
      ANSWERS,
      "Migrations fail: 2 wait. Run npm run predeploy.",
      "Redis ok: is not used",
    ])
    expect(code).toBe(1)
  })

  it("says that a new database has no tables yet", async () => {
    const databaseUrl = await cloneDatabase("empty")
    await query(databaseUrl, "drop table mikro_orm_migrations")

    const { code, lines } = await examine({ DATABASE_URL: databaseUrl })

    expect(lines).toContain(
      "Migrations warn: none has run. Run npm run predeploy."
    )
    expect(code).toBe(0)
  })

  it("tells a wrong name from a wrong password", async () => {
    const databaseUrl = await cloneDatabase("empty")
    const missing = new URL(databaseUrl)
    missing.pathname = "/nowhere"
    const stranger = new URL(databaseUrl)
    stranger.password = "wrong"

    const [{ lines: named }, { lines: refused }] = await Promise.all([
      examine({ DATABASE_URL: missing.href }),
      examine({ DATABASE_URL: stranger.href }),
    ])

    expect(named).toContain(
      "Database fail: cannot be reached: the database does not exist. Create it."
    )
    expect(refused).toContain(
      "Database fail: cannot be reached: the password is wrong."
    )
  })
})
