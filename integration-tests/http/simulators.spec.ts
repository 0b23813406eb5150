import { spawn } from "node:child_process"
import { once } from "node:events"
import { createServer } from "node:net"
import { join } from "node:path"
import { call, startSimulators, useShop } from "../support"

const root = join(__dirname, "../..")

/** Runs the program until it ends by itself. */
async function runToTheEnd(env: Record<string, string>) {
  const child = spawn(
    process.execPath,
    ["-r", "ts-node/register/transpile-only", "simulators/main.ts"],
    { cwd: root, env: { PATH: process.env.PATH, ...env } }
  )
  let output = ""
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => (output += chunk.toString()))
  }
  const [code] = (await once(child, "exit")) as [number]
  return { code, output }
}

describe("the simulators process", () => {
  it("says where it is, serves the page, and stops when told to", async () => {
    const simulators = await startSimulators()

    expect(simulators.phonePage).toBe(`${simulators.url}/phone`)
    const page = await call<string>(simulators.phonePage)
    expect(page.status).toBe(200)
    expect(page.headers.get("content-security-policy")).toContain(
      "default-src 'self'"
    )
    for (const path of ["/phone.css", "/phone.js", "/phone.svg"]) {
      expect((await call(`${simulators.url}${path}`)).status).toBe(200)
    }
    const front = await call(simulators.url)
    expect([front.status, front.headers.get("location")]).toEqual([
      302,
      "/phone",
    ])

    await simulators.stop()
    await expect(call(simulators.url)).rejects.toThrow("fetch failed")
  })

  it("loads nothing from elsewhere", async () => {
    const { simulators } = useShop()

    for (const path of ["/phone", "/phone.css", "/phone.js"]) {
      const { body } = await call<string>(`${simulators}${path}`)
      expect(body).not.toMatch(/https?:\/\/|@import|url\(/)
    }
  })

  it("refuses to run in production", async () => {
    const { code, output } = await runToTheEnd({ NODE_ENV: "production" })

    expect(code).toBe(1)
    expect(output).toBe(
      "The simulators do not run in production: they approve payments nobody made. Unset SIMULATORS_URL and give the providers' real credentials.\n"
    )
  })

  it("says in a sentence that its port is taken", async () => {
    const other = createServer().listen(0, "127.0.0.1")
    await once(other, "listening")
    const { port } = other.address() as { port: number }

    const { code, output } = await runToTheEnd({
      SIMULATORS_PORT: String(port),
    })
    other.close()

    expect(code).toBe(1)
    expect(output).toBe(
      `Port ${port} is taken. Set SIMULATORS_PORT to another one, or to 0 for a free one.\n`
    )
  })

  it.each(["http", "70000", "-1"])("takes no port %j", async (port) => {
    const { code, output } = await runToTheEnd({ SIMULATORS_PORT: port })

    expect(code).toBe(1)
    expect(output).toContain(`SIMULATORS_PORT is "${port}".`)
  })
})
