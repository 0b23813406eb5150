import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { inNode } from "./in-node"

let dir: string

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "duka-claim-"))
})

afterEach(() => rmSync(dir, { recursive: true }))

const claim = (rest: string) => `
  const { claim } = await load("claim.mjs")
  const dir = ${JSON.stringify(dir)}
  ${rest}`

/** What somebody who was killed leaves behind. */
const leaveBehind = (pid: number, identity: string) =>
  writeFileSync(
    join(dir, "dead.json"),
    JSON.stringify({
      pid,
      identity,
      state: "held",
      info: { url: "http://localhost:9000" },
    })
  )

describe("claim", () => {
  it("lets one process in at a time, however many come at once", async () => {
    const file = join(dir, "count")
    writeFileSync(file, "0")
    const turn = claim(`
      const { readFileSync, writeFileSync } = await import("node:fs")
      for (let i = 0; i < 5; i++) {
        const lock = await claim(dir + "/lock", { wait: true })
        const before = Number(readFileSync(${JSON.stringify(file)}, "utf8"))
        await new Promise((done) => setImmediate(done))
        writeFileSync(${JSON.stringify(file)}, String(before + 1))
        lock.release()
      }
      answer(true)`)

    await Promise.all(Array.from({ length: 6 }, () => inNode(turn)))

    expect(readFileSync(file, "utf8")).toBe("30")
    expect(readdirSync(join(dir, "lock"))).toEqual([])
  }, 60_000)

  it("says who holds it and what they noted", async () => {
    const second = await inNode(
      claim(`
        const first = await claim(dir, { info: { port: 1 } })
        first.update({ url: "http://localhost:1" })
        const second = await claim(dir)
        answer({ held: second.held, mine: process.pid })`)
    )

    expect(second).toEqual({
      held: {
        pid: expect.any(Number),
        port: 1,
        url: "http://localhost:1",
      },
      mine: expect.any(Number),
    })
  })

  it("passes over an owner who is dead and hands on what they noted", async () => {
    leaveBehind(2_147_483_646, "long ago")

    const left = await inNode(
      claim(`const lock = await claim(dir)
             answer(lock.left)
             lock.release()`)
    )

    expect(left).toEqual([{ url: "http://localhost:9000" }])
    expect(readdirSync(dir)).toEqual([])
  })

  it("is not fooled by a stranger who got the process id of a dead owner", async () => {
    leaveBehind(process.pid, "another start of this id")

    const held = await inNode<boolean>(
      claim(`const lock = await claim(dir)
             answer(lock.held !== undefined)`)
    )

    expect(held).toBe(false)
  })

  it("is not stopped by a file that was cut short", async () => {
    mkdirSync(join(dir, "lock"))
    writeFileSync(join(dir, "lock/1-abc.json"), '{"pid": 1, "ident')

    const held = await inNode<boolean>(
      claim(`const lock = await claim(dir + "/lock")
             answer(lock.held !== undefined)`)
    )

    expect(held).toBe(false)
  })
})
