import { spawn } from "node:child_process"
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { watch } from "node:fs/promises"
import { inNode, lib } from "./in-node"

/** A checkout whose `medusa build` takes no time and counts its runs. */
const BUILDER = `
  const fs = require("node:fs")
  fs.rmSync(".medusa/server", { recursive: true, force: true })
  fs.mkdirSync(".medusa/server", { recursive: true })
  fs.appendFileSync("runs", "x")
  if (fs.existsSync("hang")) setInterval(() => undefined, 1000)
  else if (fs.existsSync("broken")) {
    console.error("src/a.ts(1,1): error TS1005: ';' expected.")
    process.exit(1)
  } else setTimeout(() => fs.writeFileSync(".medusa/server/out", "built"), 100)`

let checkout: string
const path = (name: string) => join(checkout, name)
const runs = () => readFileSync(path("runs"), "utf8").length

beforeEach(() => {
  checkout = mkdtempSync(join(tmpdir(), "duka-build-"))
  cpSync(lib, path("scripts/lib"), { recursive: true })
  mkdirSync(path("node_modules/@medusajs/cli"), { recursive: true })
  writeFileSync(path("node_modules/@medusajs/cli/cli.js"), BUILDER)
  mkdirSync(path("src/__tests__"), { recursive: true })
  writeFileSync(path("src/a.ts"), "export const a = 1")
})

afterEach(() => rmSync(checkout, { recursive: true, force: true }))

const ensureBuilt = () =>
  inNode<{ built: boolean } | { message: string; tail: string }>(
    `const { ensureBuilt } = await load("build.mjs")
     answer(await ensureBuilt().catch(({ message, tail }) => ({ message, tail })))`,
    { from: path("scripts/lib") }
  )

const built = { directory: expect.any(String), built: true }
const current = { directory: expect.any(String), built: false }

describe("ensureBuilt", () => {
  it("builds once and then again only when a source changed", async () => {
    expect(await ensureBuilt()).toEqual(built)
    expect(await ensureBuilt()).toEqual(current)

    writeFileSync(path("src/__tests__/a.unit.spec.ts"), "it works")
    expect(await ensureBuilt()).toEqual(current)

    writeFileSync(path("src/a.ts"), "export const a = 2")
    expect(await ensureBuilt()).toEqual(built)
    expect(runs()).toBe(2)
  })

  it("builds once for all who ask at the same time", async () => {
    const answers = await Promise.all([
      ensureBuilt(),
      ensureBuilt(),
      ensureBuilt(),
    ])

    expect(answers.filter((one) => "built" in one && one.built)).toHaveLength(1)
    expect(runs()).toBe(1)
    expect(existsSync(path(".medusa/server/out"))).toBe(true)
  })

  it("does not take a build that was killed for a finished one", async () => {
    writeFileSync(path("hang"), "")
    const events = watch(checkout)
    const killed = spawn(process.execPath, [
      "--input-type=module",
      "--eval",
      `const { ensureBuilt } = await import("file://${path("scripts/lib/build.mjs")}")
       await ensureBuilt()`,
    ])
    for await (const { filename } of events) {
      if (filename === "runs") {
        break
      }
    }
    killed.kill("SIGKILL")
    rmSync(path("hang"))

    expect(await ensureBuilt()).toEqual(built)
    expect(existsSync(path(".medusa/server/out"))).toBe(true)
  })

  it("says what is wrong with the sources, and builds once they are mended", async () => {
    writeFileSync(path("broken"), "")

    expect(await ensureBuilt()).toEqual({
      message: expect.stringContaining("The server could not be built."),
      tail: "src/a.ts(1,1): error TS1005: ';' expected.",
    })

    rmSync(path("broken"))
    expect(await ensureBuilt()).toEqual(built)
  })
})
