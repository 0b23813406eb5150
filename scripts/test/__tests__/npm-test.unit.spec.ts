import { spawnSync } from "node:child_process"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"

const root = resolve(__dirname, "../../..")
const part = (name: string) =>
  JSON.stringify(join(root, "scripts/test", `${name}.mjs`))

/** What an expression of one of the programs is worth, in plain Node. */
function evaluate(module: string, expression: string): unknown {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [
      "--input-type=module",
      "-e",
      `import * as it from ${part(module)}
       process.stdout.write(JSON.stringify(${expression}))`,
    ],
    { encoding: "utf8" }
  )
  if (!stdout) {
    throw new Error(stderr)
  }
  return JSON.parse(stdout)
}

const npmTest = (...args: string[]) =>
  spawnSync(process.execPath, [join(root, "scripts/test.mjs"), ...args], {
    encoding: "utf8",
  })

describe("the command line of npm test", () => {
  it.each([
    [[], { only: [], pattern: [], jest: [], help: false }],
    [
      ["--only", "http,browser", "carts", "--", "-t", "adds up"],
      {
        only: ["http", "browser"],
        pattern: ["carts"],
        jest: ["-t", "adds up"],
        help: false,
      },
    ],
    [
      ["--only=unit", "--help"],
      { only: ["unit"], pattern: [], jest: [], help: true },
    ],
  ])("reads %j", (argv, expected) => {
    expect(
      evaluate("options", `it.readOptions(${JSON.stringify(argv)})`)
    ).toEqual(expected)
  })

  it.each([
    [["--fast"], "npm test does not know --fast."],
    [["--only", "everything"], 'There is no part called "everything"'],
    [["--only"], "There is no part called"],
  ])("refuses %j in a sentence", (argv, sentence) => {
    const { status, stdout, stderr } = npmTest(...argv)

    expect(status).toBe(1)
    expect(stdout).toBe("")
    expect(stderr.trim().startsWith(sentence)).toBe(true)
    expect(stderr).toContain("npm test -- --only http,browser")
    expect(stderr).not.toContain("    at ")
  })

  it("explains itself", () => {
    const { status, stdout } = npmTest("--help")

    expect(status).toBe(0)
    expect(stdout).toContain("some of: lint, types, format, unit, http")
  })
})

describe("the result of a part", () => {
  const folder = mkdtempSync(join(tmpdir(), "duka-results-"))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const report = (content: object) => {
    const file = join(folder, "r.json")
    writeFileSync(file, JSON.stringify(content))
    return file
  }
  const read = (file: string, code: number) =>
    evaluate("results", `it.readResults(${JSON.stringify(file)}, ${code})`)
  const counts = {
    numPassedTests: 5,
    numFailedTests: 0,
    numRuntimeErrorTestSuites: 0,
    numPendingTests: 1,
    numTodoTests: 2,
  }

  it("counts what Jest counted", () => {
    expect(read(report(counts), 0)).toEqual({
      passed: 5,
      failed: 0,
      skipped: 3,
    })
  })

  it("counts a spec file that could not run as failed", () => {
    expect(
      read(
        report({ ...counts, numFailedTests: 2, numRuntimeErrorTestSuites: 1 }),
        1
      )
    ).toEqual({ passed: 5, failed: 3, skipped: 3 })
  })

  it("is failed when Jest failed without a failed test", () => {
    expect(read(report(counts), 1)).toEqual({
      passed: 5,
      failed: 1,
      skipped: 3,
    })
  })

  it("is failed when Jest wrote nothing", () => {
    expect(read("/nowhere/results.json", 0)).toEqual({
      passed: 0,
      failed: 1,
      skipped: 0,
    })
  })

  it("adds up to one closing line", () => {
    expect(
      evaluate(
        "results",
        "it.closingLine(it.sum([{passed:5,failed:0,skipped:1},{passed:2,failed:3,skipped:0}]))"
      )
    ).toBe("7 passed, 3 failed, 1 skipped")
  })
})

describe("the fingerprint of the templates", () => {
  it("is the same when nothing changed", () => {
    const first = evaluate("cluster", "it.fingerprint()")

    expect(first).toMatch(/^[0-9a-f]{16}$/)
    expect(evaluate("cluster", "it.fingerprint()")).toBe(first)
  })
})
