import { createHash } from "node:crypto"
import { readFileSync } from "node:fs"
import { inTurn } from "../checkpoints"

/** Work that ends when the test says so, and what began in which order. */
function stage() {
  const began: string[] = []
  const ends = new Map<string, (error?: Error) => void>()
  const work = inTurn(
    (key: string, name: string) =>
      new Promise<string>((done, fail) => {
        began.push(name)
        ends.set(name, (error) =>
          error ? fail(error) : done(`${key} ${name}`)
        )
      })
  )
  return {
    began,
    work,
    end: (name: string, error?: Error) => ends.get(name)?.(error),
  }
}

const soon = () => new Promise(setImmediate)

it("lets a second checkpoint of a workflow wait for the first", async () => {
  const { began, work, end } = stage()
  const first = work("a", "first")
  const second = work("a", "second")
  await soon()
  expect(began).toEqual(["first"])

  end("first")
  await expect(first).resolves.toBe("a first")
  await soon()
  expect(began).toEqual(["first", "second"])
  end("second")
  await expect(second).resolves.toBe("a second")
})

it("lets other workflows go on", async () => {
  const { began, work } = stage()
  void work("a", "first")
  void work("b", "other")
  await soon()
  expect(began).toEqual(["first", "other"])
})

it("goes on after a failure, which is its caller's alone", async () => {
  const { began, work, end } = stage()
  const first = work("a", "first")
  const second = work("a", "second")
  await soon()
  end("first", new Error("full disk"))
  await expect(first).rejects.toThrow("full disk")
  await soon()
  expect(began).toEqual(["first", "second"])
  end("second")
  await expect(second).resolves.toBe("a second")
})

/**
 * Medusa's storage refuses a second save while one is running. When this fails,
 * see whether it still does: then take the new value, else delete
 * checkpoints.ts and its line in medusa-config.ts.
 */
it("is still needed by the Medusa it was written for", () => {
  const file =
    require.resolve("@medusajs/workflow-engine-inmemory/dist/utils/workflow-orchestrator-storage")
  const hash = createHash("sha256").update(readFileSync(file)).digest("hex")

  expect(hash).toBe(
    "01a2f8476a5582b178faaa7d4fb59ce382b1a0d360cbc453273a203abab733b1"
  )
})
