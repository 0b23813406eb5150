import type { Row, StatementRow, Turn } from "../lib/measure"
import {
  markdownOf,
  publishInto,
  type Report,
  rowResult,
  slowerRows,
} from "../lib/report"

const turn = (perSecond: number, durations: number[], errors = 0): Turn => ({
  operations: durations.length,
  perSecond,
  durations,
  errors,
  firstError: errors ? "broken" : undefined,
  memory: 400,
})

const row = (duka: Turn[], stock: Turn[]): Row => ({
  work: "list",
  concurrency: 10,
  turns: { duka, stock },
})

const faster = rowResult(
  row(
    [turn(40, [10, 20, 30]), turn(44, [12, 22, 32]), turn(20, [20, 40, 60])],
    [turn(20, [20, 40, 60]), turn(22, [24, 44, 64]), turn(10, [40, 80, 120])]
  ),
  "Product list"
)
const slower = rowResult(
  row([turn(94, [10])], [turn(100, [9])]),
  "Product list"
)
const failed = rowResult(
  row([turn(50, [10], 3)], [turn(40, [10])]),
  "Product list"
)

const statements: StatementRow = {
  work: "cart",
  total: {
    duka: { statements: 90, transactions: 4 },
    stock: { statements: 128, transactions: 5 },
  },
  steps: [
    {
      name: "create cart",
      counts: {
        duka: { statements: 30, transactions: 2 },
        stock: { statements: 42, transactions: 3 },
      },
    },
    {
      name: "add item",
      counts: {
        duka: { statements: 60, transactions: 2 },
        stock: { statements: 86, transactions: 2 },
      },
    },
    {
      name: "afterwards",
      counts: {
        duka: { statements: 0, transactions: 0 },
        stock: { statements: 0, transactions: 0 },
      },
    },
  ],
}

const report: Report = {
  measuredAt: "2027-02-03T04:05:06.000Z",
  commit: "abc1234",
  medusa: "2.21.2",
  machine: { cpu: "Some CPU", cores: 2, memoryGb: 8, system: "linux 6 x64" },
  node: "v20.19.0",
  postgres: "18.4",
  options: { products: 1_000, rounds: 3, seconds: 10, warmUpSeconds: 3 },
  rows: [faster, slower, failed],
  statements: [statements],
  memory: {
    duka: { idle: 380.4, highest: 512.6 },
    stock: { idle: 370, highest: 500 },
  },
}

describe("a row of the report", () => {
  it("takes the middle of the rounds, and pairs them for the ratio", () => {
    expect(faster).toMatchObject({
      failed: false,
      duka: { perSecond: 40, latency: { p50: 22, p95: 32, p99: 32 } },
      stock: { perSecond: 20, operations: 9, errors: 0 },
      ratio: { median: 2, lowest: 2, highest: 2 },
    })
  })

  it("fails with a single error and is not compared", () => {
    expect(failed).toMatchObject({
      failed: true,
      duka: { errors: 3, firstError: "broken" },
    })
    expect(failed.ratio).toBeUndefined()
  })

  it("fails when nothing was done", () => {
    const nothing = rowResult(row([turn(0, [])], [turn(5, [1])]), "Nothing")
    expect(nothing).toMatchObject({ failed: true, duka: { perSecond: 0 } })
  })

  it("is slow from five percent below stock", () => {
    expect(slowerRows(report)).toEqual([slower])
  })
})

describe("the report as Markdown", () => {
  const lines = markdownOf(report).split("\n")

  it("says what was measured, where and how", () => {
    expect(lines[0]).toBe(
      "Measured 2027-02-03 at commit abc1234 against stock Medusa 2.21.2: 2 cores (Some CPU), 8 GB, linux 6 x64, Node v20.19.0, Postgres 18.4; 1,000 products; 3 rounds of 10 s a server after 3 s of warm-up."
    )
  })

  it("names what is slower than it may be, and what failed", () => {
    expect(lines[2]).toBe(
      "More than 5 % slower than stock: list at 10. Failed, so not compared: list at 10."
    )
  })

  it("has a line for each row", () => {
    expect(lines).toContain(
      "| Product list | 10 | 40.0 | 20.0 | **2.00** (2.00–2.00) | 22.0 / 32.0 / 32.0 | 44.0 / 64.0 / 64.0 |"
    )
    expect(lines).toContain(
      "| Product list | 10 | failed: 3 errors | failed: 0 errors | – | – | – |"
    )
  })

  it("counts the statements call by call, without empty lines", () => {
    expect(lines).toContain("| **cart** | 90 | 4 | 128 | 5 |")
    expect(lines).toContain("| – add item | 60 | 2 | 86 | 2 |")
    expect(lines.some((line) => line.includes("afterwards"))).toBe(false)
  })

  it("says how much memory was held", () => {
    expect(lines).toContain("| highest after a turn | 513 | 500 |")
  })
})

describe("publishing", () => {
  const page = "# Title\n<!-- bench:begin -->\nold\n<!-- bench:end -->\nfoot\n"

  it("replaces what stands between the markers, and nothing else", () => {
    const once = publishInto(page, "new")
    expect(once).toBe(
      "# Title\n<!-- bench:begin -->\n\nnew\n\n<!-- bench:end -->\nfoot\n"
    )
    expect(publishInto(once, "new")).toBe(once)
  })

  it("refuses a page without markers", () => {
    expect(() => publishInto("# Title\n", "new")).toThrow(
      "The page has no lines <!-- bench:begin --> and <!-- bench:end --> to write the results between. Put them back."
    )
  })
})
