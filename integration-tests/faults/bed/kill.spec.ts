import { join } from "node:path"
import { cloneDatabase, shopAt, startServer, unique } from "../../support"
import { root, startGuarded } from "../../support/processes"

const SECRETS = {
  JWT_SECRET: "kLq0vY2r8cN5wZ1xT4bH7mJ9sD3fG6aP",
  COOKIE_SECRET: "aP6fG3dS9jM7hB4tX1zW5nC8rY2vQ0Lk",
}

async function program(env: Record<string, string>) {
  const run = startGuarded({
    args: [
      ...["-r", "ts-node/register/transpile-only"],
      join(__dirname, "kill-point.program.ts"),
    ],
    cwd: root,
    env: { NODE_ENV: "test", DATABASE_URL: "postgres://nowhere/db", ...env },
  })
  return { ...(await run.exited), wrote: run.logs() }
}

describe("a kill point", () => {
  it("ends the process that was told its name, there and then", async () => {
    expect(await program({ DUKA_KILL_AT: "money taken" })).toEqual({
      code: null,
      signal: "SIGKILL",
      wrote: "before\n",
    })
  })

  it.each([
    ["nobody named a point", {}],
    ["another point was named", { DUKA_KILL_AT: "order paid" }],
    [
      "the server is in production",
      {
        NODE_ENV: "production",
        DUKA_KILL_AT: "money taken",
        TRIAL_MODE: "local",
        ...SECRETS,
      },
    ],
  ])("does nothing when %s", async (_, env) => {
    expect(await program(env)).toEqual({
      code: 0,
      signal: null,
      wrote: "before\nafter\n",
    })
  })
})

describe("a server", () => {
  it("is killed, and its successor on the same database knows all", async () => {
    const database = await cloneDatabase()
    const first = await startServer({ database })
    const { email } = await shopAt(first).fixtures.customer()

    expect(await first.kill()).toEqual({ code: null, signal: "SIGKILL" })

    const shop = shopAt(await startServer({ database }))
    expect(
      await shop.sql("select has_account from customer where email = $1", [
        email,
      ])
    ).toEqual([{ has_account: true }])
    expect((await shop.store("/regions")).status).toBe(200)
  })

  it("stops by itself when asked", async () => {
    const server = await startServer()

    expect(await server.stop()).toEqual({ code: 0, signal: null })
  })

  it("says what it wrote when it does not start", async () => {
    const wrong = unique("wrong")

    await expect(startServer({ env: { WORKER_MODE: wrong } })).rejects.toThrow(
      /before it served requests[^]*WORKER_MODE/
    )
  })
})

describe("a process of the bed", () => {
  it("ends with the run, even when the run is killed", async () => {
    const child = `require(${JSON.stringify(join(root, "integration-tests/support/guard.cjs"))});setInterval(() => undefined, 1000);process.stdout.write(process.pid + "\\n")`
    const parent = startGuarded({
      args: [
        "-e",
        `require("node:child_process").spawn(process.execPath, ["-e", ${JSON.stringify(child)}], { stdio: ["ignore", "inherit", "inherit", "ipc"] })`,
      ],
      cwd: root,
      env: {},
    })
    const pid = Number(await parent.line((line) => /^\d+$/.test(line)))
    expect(() => process.kill(pid, 0)).not.toThrow()

    parent.child.kill("SIGKILL")

    // Comes only when the last process that holds the output is gone.
    expect(await parent.exited).toEqual({ code: null, signal: "SIGKILL" })
  })
})
