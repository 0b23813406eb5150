import { parseArgs } from "node:util"
import { WORKS } from "./lib/works"

export type Options = {
  works: string[]
  concurrencies: number[]
  rounds: number
  seconds: number
  warmUpSeconds: number
  /** The fewest operations a round counts. */
  minimum: number
  /** How often each work is run alone to count its statements. */
  counted: number
  products: number
  fresh: boolean
  publish: boolean
  smoke: boolean
}

export const HELP = `npm run bench -- [options]

Measures this server against a stock Medusa of the same version.

  --only a,b          some of: ${WORKS.map(({ name }) => name).join(", ")}
  --concurrency 1,10  how many callers at once
  --rounds 5          rounds; each runs both servers, one after the other
  --seconds 10        length of one server's turn in a round
  --warm-up 3         seconds before each turn that are not counted
  --products 1000     size of the catalogue
  --fresh             load the catalogue again even when it is in the cache
  --publish           write docs/benchmarks.md and bench/results/latest.json
  --smoke             a tiny run that only shows that everything works
  --help`

const FULL = {
  concurrency: "1,10",
  rounds: "5",
  seconds: "10",
  "warm-up": "3",
  products: "1000",
}

const SMOKE = {
  concurrency: "2",
  rounds: "1",
  seconds: "1",
  "warm-up": "0",
  products: "20",
}

export class UsageError extends Error {}

function number(name: string, text: string, lowest: number): number {
  const value = Number(text)
  if (!text.trim() || !Number.isFinite(value) || value < lowest) {
    throw new UsageError(
      `--${name} takes a number from ${lowest} up, not "${text}".`
    )
  }
  return value
}

function whole(name: string, text: string, lowest: number): number {
  const value = number(name, text, lowest)
  if (!Number.isInteger(value)) {
    throw new UsageError(`--${name} takes a whole number, not "${text}".`)
  }
  return value
}

function chosenWorks(only: string | undefined): string[] {
  const known = WORKS.map(({ name }) => name)
  if (only === undefined) {
    return known
  }
  const wanted = only.split(",").map((name) => name.trim())
  const unknown = wanted.find((name) => !known.includes(name))
  if (unknown !== undefined) {
    throw new UsageError(
      `There is no work "${unknown}" to measure. --only takes ${known.join(", ")}.`
    )
  }
  return known.filter((name) => wanted.includes(name))
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        only: { type: "string" },
        concurrency: { type: "string" },
        rounds: { type: "string" },
        seconds: { type: "string" },
        "warm-up": { type: "string" },
        products: { type: "string" },
        fresh: { type: "boolean", default: false },
        publish: { type: "boolean", default: false },
        smoke: { type: "boolean", default: false },
        help: { type: "boolean", default: false },
      },
    }).values
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

/** The options of a run, or undefined when somebody asked for help. */
export function readOptions(args: readonly string[]): Options | undefined {
  const values = parse(args)
  if (values.help) {
    return undefined
  }
  if (values.smoke && values.publish) {
    throw new UsageError(
      "--smoke is too short to say anything about speed, so it cannot be published. Leave one of the two out."
    )
  }
  const given = { ...(values.smoke ? SMOKE : FULL), ...values }
  return {
    works: chosenWorks(values.only),
    concurrencies: given.concurrency
      .split(",")
      .map((text) => whole("concurrency", text, 1)),
    rounds: whole("rounds", given.rounds, 1),
    seconds: number("seconds", given.seconds, 0.1),
    warmUpSeconds: number("warm-up", given["warm-up"], 0),
    minimum: values.smoke ? 1 : 20,
    counted: values.smoke ? 1 : 7,
    products: whole("products", given.products, 12),
    fresh: values.fresh,
    publish: values.publish,
    smoke: values.smoke,
  }
}
