import { openClient } from "./client"
import { type LoopResult, runClosedLoop } from "./closed-loop"
import type { Options } from "../options"
import type { Server } from "./servers"
import { type Count, minus, type StatementCounter } from "./statements"
import { median } from "./statistics"
import { seededShopper, type Step, type Work } from "./works"

export type Side = "duka" | "stock"

export type Turn = Omit<LoopResult, "durations"> & {
  durations: number[]
  /** Megabytes right after the turn. */
  memory: number
}

export type Row = {
  work: string
  concurrency: number
  turns: Record<Side, Turn[]>
}

export type StatementRow = {
  work: string
  /** Statements and transactions of one operation, the middle of several. */
  total: Record<Side, Count>
  /** The same call by call; `afterwards` is what runs after the answer. */
  steps: { name: string; counts: Record<Side, Count> }[]
}

export type Servers = Record<Side, Server>

const SIDES: readonly Side[] = ["duka", "stock"]

const keyOf = ({ facts }: Server) => ({
  "x-publishable-api-key": facts.publishable_key,
})

const directly: Step = (_, call) => call()

async function takeTurn(
  server: Server,
  work: Work,
  concurrency: number,
  seed: number,
  options: Options
): Promise<Turn> {
  const client = openClient(server.url, keyOf(server), concurrency)
  try {
    const shoppers = Array.from({ length: concurrency }, (_, worker) =>
      seededShopper(client, server.facts, seed * 1000 + worker)
    )
    const result = await runClosedLoop({
      concurrency,
      seconds: options.seconds,
      warmUpSeconds: options.warmUpSeconds,
      minimum: options.minimum,
      operation: (worker) =>
        work.run(shoppers[worker] as (typeof shoppers)[0], directly),
    })
    return { ...result, memory: server.memory() }
  } finally {
    client.close()
  }
}

/**
 * Rounds of two turns with the same choices of the shoppers. Who begins
 * changes from round to round, so that neither always finds the machine warm,
 * and what a server still does after its last answer is over before the other
 * one's turn.
 */
export async function measureSpeed({
  servers,
  work,
  concurrency,
  counter,
  options,
  say,
}: {
  servers: Servers
  work: Work
  concurrency: number
  counter: StatementCounter
  options: Options
  say: (line: string) => void
}): Promise<Row> {
  const turns: Record<Side, Turn[]> = { duka: [], stock: [] }
  for (let round = 1; round <= options.rounds; round++) {
    const order = round % 2 ? SIDES : [...SIDES].reverse()
    for (const side of order) {
      const turn = await takeTurn(
        servers[side],
        work,
        concurrency,
        round,
        options
      )
      turns[side].push(turn)
      await counter.readSettled(servers[side].database)
      say(
        `${work.name}, ${concurrency} at once, round ${round}/${options.rounds}: ${servers[side].contestant.title} ${turn.perSecond.toFixed(1)}/s${turn.errors ? `, ${turn.errors} errors (${turn.firstError})` : ""}`
      )
    }
  }
  return { work: work.name, concurrency, turns }
}

type Sample = { total: Count; steps: Map<string, Count> }

async function countOnce(
  server: Server,
  work: Work,
  counter: StatementCounter,
  seed: number
): Promise<Sample> {
  const client = openClient(server.url, keyOf(server), 1)
  const steps = new Map<string, Count>()
  try {
    const first = await counter.readSettled(server.database)
    let last = first
    const note = (name: string, now: Count) => {
      steps.set(name, minus(now, last))
      last = now
    }
    await work.run(
      seededShopper(client, server.facts, seed),
      async (name, call) => {
        const result = await call()
        note(name, await counter.read(server.database))
        return result
      }
    )
    note("afterwards", await counter.readSettled(server.database))
    return { total: minus(last, first), steps }
  } finally {
    client.close()
  }
}

const middle = (counts: Count[]): Count => ({
  statements: median(counts.map(({ statements }) => statements)),
  transactions: median(counts.map(({ transactions }) => transactions)),
})

/** One operation at a time on a quiet server; the first is not counted. */
export async function countStatements(
  servers: Servers,
  work: Work,
  counter: StatementCounter,
  times: number
): Promise<StatementRow> {
  const samples: Record<Side, Sample[]> = { duka: [], stock: [] }
  for (const side of SIDES) {
    for (let seed = 0; seed <= times; seed++) {
      const sample = await countOnce(servers[side], work, counter, seed)
      if (seed > 0) {
        samples[side].push(sample)
      }
    }
  }
  const both = <T>(of: (side: Side) => T): Record<Side, T> => ({
    duka: of("duka"),
    stock: of("stock"),
  })
  // Where the two take different calls, only the totals can be compared.
  const [ours] = samples.duka as [Sample]
  const [theirs] = samples.stock as [Sample]
  const names = [...theirs.steps.keys()].filter((name) => ours.steps.has(name))
  return {
    work: work.name,
    total: both((side) => middle(samples[side].map(({ total }) => total))),
    steps: names.map((name) => ({
      name,
      counts: both((side) =>
        middle(samples[side].map(({ steps }) => steps.get(name) as Count))
      ),
    })),
  }
}
