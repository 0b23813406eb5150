import { Client } from "pg"

/** How often a call is counted. */
const RUNS = 3

let statements = 0

/** Said by the clock and not by what is counted: whether changes are heard of. */
const isTest = (statement: unknown) =>
  typeof statement === "string" && statement.startsWith("select pg_notify(")

/**
 * Counts what this process says to the database, in every test of the file.
 * Needs Medusa in this process: `bootApp`.
 */
export function watchStatements() {
  beforeEach(() => {
    const query = Client.prototype.query as (...args: unknown[]) => unknown
    jest.spyOn(Client.prototype, "query").mockImplementation(function (
      this: Client,
      ...args: unknown[]
    ) {
      statements += isTest(args[0]) ? 0 : 1
      return Reflect.apply(query, this, args) as never
    })
  })
  afterEach(() => jest.restoreAllMocks())

  /**
   * How many statements it takes, once the server has read what it keeps. What
   * the server does beside it only ever adds, so the least of a few runs counts.
   */
  return async (run: () => Promise<unknown>) => {
    await run()
    const counts: number[] = []
    while (counts.length < RUNS) {
      statements = 0
      await run()
      counts.push(statements)
    }
    return Math.min(...counts)
  }
}
