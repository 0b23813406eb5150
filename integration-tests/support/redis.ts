import { spawn } from "node:child_process"
import { once } from "node:events"
import { freePort } from "./processes"
import { onRelease } from "./resources"

export type TestRedis = { url: string; stop(): Promise<void> }

const MISSING =
  "This test needs a real Redis and found no redis-server. Install it (Debian and Ubuntu: `apt-get install redis-server`, macOS: `brew install redis`), or run .ci/run, which does."

/** An empty Redis that keeps nothing, for one spec file. */
export async function startRedis(): Promise<TestRedis> {
  const port = await freePort()
  const child = spawn(
    process.env.REDIS_SERVER ?? "redis-server",
    ["--port", String(port), "--save", "", "--appendonly", "no"],
    { stdio: ["ignore", "pipe", "inherit"] }
  )
  await new Promise<void>((done, fail) => {
    let output = ""
    child.once("error", () => fail(new Error(MISSING)))
    child.once("exit", (code) =>
      fail(new Error(`redis-server ended with code ${code}: ${output}`))
    )
    child.stdout.on("data", (chunk: Buffer) => {
      output += chunk.toString("utf8")
      if (output.includes("Ready to accept connections")) {
        done()
      }
    })
  })
  const gone = once(child, "exit")
  const stop = async () => {
    child.kill("SIGTERM")
    await gone
  }
  onRelease(stop)
  return { url: `redis://localhost:${port}`, stop }
}
