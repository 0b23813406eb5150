import type { Row, Side, StatementRow, Turn } from "./measure"
import {
  type Latency,
  latencyOf,
  median,
  type PairedRatio,
  pairedRatio,
} from "./statistics"

export type SideResult = {
  perSecond: number
  /** Each the middle of the rounds, in milliseconds. */
  latency: Latency
  operations: number
  errors: number
  firstError?: string
  rounds: ({ perSecond: number; operations: number } & Latency)[]
}

export type RowResult = {
  work: string
  title: string
  concurrency: number
  duka: SideResult
  stock: SideResult
  /** Ours divided by stock's: above 1 is faster than stock. */
  ratio?: PairedRatio
  failed: boolean
}

export type Memory = { idle: number; highest: number }

export type Report = {
  measuredAt: string
  commit: string
  medusa: string
  machine: { cpu: string; cores: number; memoryGb: number; system: string }
  node: string
  postgres: string
  options: {
    products: number
    rounds: number
    seconds: number
    warmUpSeconds: number
  }
  rows: RowResult[]
  statements: StatementRow[]
  memory: Record<Side, Memory>
}

function summarise(turns: readonly Turn[]): SideResult {
  const rounds = turns
    .filter(({ durations }) => durations.length)
    .map(({ perSecond, operations, durations }) => ({
      perSecond,
      operations,
      ...latencyOf(durations),
    }))
  const middle = (of: (round: (typeof rounds)[0]) => number) =>
    rounds.length ? median(rounds.map(of)) : 0
  return {
    perSecond: middle(({ perSecond }) => perSecond),
    latency: {
      p50: middle(({ p50 }) => p50),
      p95: middle(({ p95 }) => p95),
      p99: middle(({ p99 }) => p99),
    },
    operations: turns.reduce((sum, { operations }) => sum + operations, 0),
    errors: turns.reduce((sum, { errors }) => sum + errors, 0),
    firstError: turns.find(({ firstError }) => firstError)?.firstError,
    rounds,
  }
}

/** A row with a single wrong answer says nothing about speed. */
export function rowResult(row: Row, title: string): RowResult {
  const { work, concurrency, turns } = row
  const all = [...turns.duka, ...turns.stock]
  const failed = all.some(({ errors, operations }) => errors || !operations)
  const speeds = (side: Side) => turns[side].map(({ perSecond }) => perSecond)
  return {
    work,
    title,
    concurrency,
    duka: summarise(turns.duka),
    stock: summarise(turns.stock),
    ratio: failed ? undefined : pairedRatio(speeds("duka"), speeds("stock")),
    failed,
  }
}

/** How much slower than stock a row may be without a word about it. */
const ALLOWED = 0.95

export const slowerRows = ({ rows }: Pick<Report, "rows">) =>
  rows.filter(({ ratio }) => ratio && ratio.median < ALLOWED)

const figure = (value: number) => {
  const digits = value < 10 ? 2 : value < 100 ? 1 : 0
  return value.toLocaleString("en", {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })
}

const table = (head: readonly string[], rows: readonly string[][]) =>
  [
    `| ${head.join(" | ")} |`,
    `|${head.map((_, index) => (index ? " ---: " : " --- ")).join("|")}|`,
    ...rows.map((cells) => `| ${cells.join(" | ")} |`),
  ].join("\n")

const milliseconds = ({ p50, p95, p99 }: Latency) =>
  [p50, p95, p99].map(figure).join(" / ")

const speedCells = ({ ratio, duka, stock, ...row }: RowResult) => [
  row.title,
  String(row.concurrency),
  ...(ratio
    ? [
        figure(duka.perSecond),
        figure(stock.perSecond),
        `**${figure(ratio.median)}** (${figure(ratio.lowest)}–${figure(ratio.highest)})`,
        milliseconds(duka.latency),
        milliseconds(stock.latency),
      ]
    : [
        `failed: ${duka.errors} errors`,
        `failed: ${stock.errors} errors`,
        ...["–", "–", "–"],
      ]),
]

const statementCells = ({ work, total, steps }: StatementRow) => {
  const cells = (name: string, counts: StatementRow["total"]) => [
    name,
    ...[counts.duka, counts.stock].flatMap(({ statements, transactions }) => [
      String(statements),
      String(transactions),
    ]),
  ]
  const calls = steps.filter(
    ({ name, counts }) =>
      name !== "afterwards" || counts.duka.statements || counts.stock.statements
  )
  return [
    cells(`**${work}**`, total),
    ...(calls.length > 1
      ? calls.map(({ name, counts }) => cells(`– ${name}`, counts))
      : []),
  ]
}

function verdict(report: Report): string {
  const slower = slowerRows(report)
  const failed = report.rows.filter((row) => row.failed)
  const names = (rows: RowResult[]) =>
    rows.map(({ work, concurrency }) => `${work} at ${concurrency}`).join(", ")
  return [
    slower.length
      ? `More than 5 % slower than stock: ${names(slower)}.`
      : "Nothing measured is more than 5 % slower than stock.",
    ...(failed.length ? [`Failed, so not compared: ${names(failed)}.`] : []),
  ].join(" ")
}

/** The report as a person reads it, in the terminal and in the docs. */
export function markdownOf(report: Report): string {
  const { machine, options, memory } = report
  return [
    `Measured ${report.measuredAt.slice(0, 10)} at commit ${report.commit} against stock Medusa ${report.medusa}: ${machine.cores} cores (${machine.cpu}), ${machine.memoryGb} GB, ${machine.system}, Node ${report.node}, Postgres ${report.postgres}; ${options.products.toLocaleString("en")} products; ${options.rounds} rounds of ${options.seconds} s a server after ${options.warmUpSeconds} s of warm-up.`,
    verdict(report),
    table(
      [
        "work",
        "at once",
        "Duka /s",
        "stock /s",
        "ratio (lowest–highest)",
        "Duka p50 / p95 / p99 ms",
        "stock p50 / p95 / p99 ms",
      ],
      report.rows.map(speedCells)
    ),
    table(
      [
        "for one operation",
        "Duka statements",
        "transactions",
        "stock statements",
        "transactions",
      ],
      report.statements.flatMap(statementCells)
    ),
    table(
      ["memory (RSS)", "Duka MB", "stock MB"],
      [
        ["before any request", memory.duka.idle, memory.stock.idle] as const,
        ["highest after a turn", memory.duka.highest, memory.stock.highest],
      ].map(([name, ...values]) => [
        String(name),
        ...values.map((value) => String(Math.round(Number(value)))),
      ])
    ),
  ].join("\n\n")
}

const BEGIN = "<!-- bench:begin -->"
const END = "<!-- bench:end -->"

/** Puts the report between the markers of a page, whatever is there now. */
export function publishInto(page: string, markdown: string): string {
  const begin = page.indexOf(BEGIN)
  const end = page.indexOf(END)
  if (begin < 0 || end < begin) {
    throw new Error(
      `The page has no lines ${BEGIN} and ${END} to write the results between. Put them back.`
    )
  }
  return `${page.slice(0, begin + BEGIN.length)}\n\n${markdown}\n\n${page.slice(end)}`
}
