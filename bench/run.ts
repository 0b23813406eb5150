import { mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { arch, cpus, platform, release, totalmem } from "node:os"
import { dirname, join } from "node:path"
import { type Cluster, startCluster } from "./lib/cluster"
import {
  type Contestant,
  MEDUSA_VERSION,
  prepareDuka,
  prepareStock,
} from "./lib/contestants"
import {
  countStatements,
  measureSpeed,
  type Row,
  type Servers,
  type Side,
  type StatementRow,
} from "./lib/measure"
import { CACHE, ROOT } from "./lib/place"
import {
  markdownOf,
  type Memory,
  publishInto,
  type Report,
  rowResult,
} from "./lib/report"
import { commitOf, loadDatabase, type Server, startServer } from "./lib/servers"
import { StatementCounter } from "./lib/statements"
import { WORKS } from "./lib/works"
import { HELP, type Options, readOptions, UsageError } from "./options"

const GIGABYTE = 1024 ** 3

const began = Date.now()

function say(line: string) {
  const seconds = Math.round((Date.now() - began) / 1000)
  const clock = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`
  process.stdout.write(`[${clock}] ${line}\n`)
}

/** Errors of scripts/ bring the end of a log along in `text`. */
function sentenceOf(error: unknown): string {
  if (!(error instanceof Error)) {
    return String(error)
  }
  const { text } = error as Error & { text?: string }
  return text ?? error.message
}

const worksOf = ({ works }: Options) =>
  WORKS.filter(({ name }) => works.includes(name))

/** Work that fails is shown as failed by its rows; here it has no figures. */
async function countOrSay(...args: Parameters<typeof countStatements>) {
  try {
    return [await countStatements(...args)]
  } catch (error) {
    say(`${args[1].name} failed: ${sentenceOf(error)}`)
    return []
  }
}

async function measureAll(
  cluster: Cluster,
  servers: Servers,
  options: Options
): Promise<Report> {
  const both = <T>(of: (server: Server) => T): Record<Side, T> => ({
    duka: of(servers.duka),
    stock: of(servers.stock),
  })
  const idle = both((server) => server.memory())

  const counter = await StatementCounter.open(cluster.url)
  const statements: StatementRow[] = []
  const rows: { title: string; row: Row }[] = []
  try {
    for (const work of worksOf(options)) {
      say(`${work.name}: counting statements`)
      statements.push(
        ...(await countOrSay(servers, work, counter, options.counted))
      )
    }
    for (const work of worksOf(options)) {
      for (const concurrency of options.concurrencies) {
        rows.push({
          title: work.title,
          row: await measureSpeed({
            servers,
            work,
            concurrency,
            counter,
            options,
            say,
          }),
        })
      }
    }
  } finally {
    await counter.close()
  }
  const memoryOf = (side: Side): Memory => ({
    idle: idle[side],
    highest: Math.max(
      ...rows.flatMap(({ row }) => row.turns[side].map(({ memory }) => memory))
    ),
  })
  return {
    measuredAt: new Date().toISOString(),
    commit: commitOf(),
    medusa: MEDUSA_VERSION,
    machine: {
      cpu: cpus()[0]?.model ?? "unknown",
      cores: cpus().length,
      memoryGb: Math.round(totalmem() / GIGABYTE),
      // What a distributor adds to the version names no system better.
      system: `${platform()} ${release().split("-")[0]} ${arch()}`,
    },
    node: process.version,
    postgres: cluster.version,
    options: {
      products: options.products,
      rounds: options.rounds,
      seconds: options.seconds,
      warmUpSeconds: options.warmUpSeconds,
    },
    rows: rows.map(({ row, title }) => rowResult(row, title)),
    statements,
    memory: { duka: memoryOf("duka"), stock: memoryOf("stock") },
  }
}

function write(file: string, text: string) {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
  say(`wrote ${file}`)
}

function keep(report: Report, { publish }: Options) {
  const json = `${JSON.stringify(report, null, 2)}\n`
  const stamp = report.measuredAt.replace(/[:.]/g, "-")
  write(join(CACHE, "results", `${stamp}.json`), json)
  if (publish) {
    const page = join(ROOT, "docs/benchmarks.md")
    write(join(ROOT, "bench/results/latest.json"), json)
    write(page, publishInto(readFileSync(page, "utf8"), markdownOf(report)))
  }
}

async function bench(options: Options, closing: (() => Promise<void>)[]) {
  // First: its folder is claimed, so a second run is told to wait.
  const cluster = await startCluster()
  closing.push(cluster.stop)
  const contestants: Record<Side, Contestant> = {
    duka: await prepareDuka(say),
    stock: await prepareStock(say),
  }
  const start = async (side: Side) => {
    const contestant = contestants[side]
    const loaded = await loadDatabase(cluster, contestant, options, say)
    say(`starting ${contestant.title}`)
    const server = await startServer(cluster, contestant, loaded)
    closing.push(server.stop)
    return server
  }
  const servers = { duka: await start("duka"), stock: await start("stock") }
  const report = await measureAll(cluster, servers, options)
  process.stdout.write(`\n${markdownOf(report)}\n\n`)
  const failed = report.rows.some((row) => row.failed)
  if (failed && options.publish) {
    throw new Error(
      "A row failed, so nothing was published. Its first error is in the lines above."
    )
  }
  keep(report, options)
  return failed ? 1 : 0
}

async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2))
  if (!options) {
    process.stdout.write(`${HELP}\n`)
    return 0
  }
  const closing: (() => Promise<void>)[] = []
  const close = async () => {
    for (const stop of closing.splice(0).reverse()) {
      await stop()
    }
  }
  const interrupted = new Promise<number>((leave) => {
    process.once("SIGINT", () => leave(130))
    process.once("SIGTERM", () => leave(143))
  })
  try {
    return await Promise.race([bench(options, closing), interrupted])
  } finally {
    await close()
  }
}

main().then(
  // Not exitCode: after an interruption a turn may still be waiting.
  (code) => process.exit(code),
  (error: unknown) => {
    const hint =
      error instanceof UsageError
        ? "\n\nnpm run bench -- --help says more."
        : ""
    process.stderr.write(`${sentenceOf(error)}${hint}\n`)
    process.exit(1)
  }
)
