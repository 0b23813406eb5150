import { Client } from "@medusajs/framework/pg"

export type Count = {
  /** Without BEGIN, COMMIT and the like. */
  statements: number
  transactions: number
}

const SHELF = "bench_statistics"

/** `\\M` is the end of a word, as Postgres writes it. */
const BEGINS = "^\\s*(begin|start transaction)\\M"
const CONTROL =
  "^\\s*(begin|start transaction|commit|end|rollback|abort|savepoint|release)\\M"

/** How long nothing may happen before work is taken to be over. */
const QUIET = 200

/** A server that polls never falls silent; then this must do. */
const PATIENCE = 5_000

const pause = (milliseconds: number) =>
  new Promise((done) => setTimeout(done, milliseconds))

export const minus = (after: Count, before: Count): Count => ({
  statements: after.statements - before.statements,
  transactions: after.transactions - before.transactions,
})

/**
 * Counts what Postgres itself executed, with pg_stat_statements: exact, and
 * outside the server under test. The counting connection has a database of
 * its own, so it does not count itself.
 */
export class StatementCounter {
  private constructor(private readonly client: Client) {}

  static async open(url: (database: string) => string) {
    const maintenance = new Client({ connectionString: url("postgres") })
    await maintenance.connect()
    try {
      const { rowCount } = await maintenance.query(
        "SELECT 1 FROM pg_database WHERE datname = $1",
        [SHELF]
      )
      if (!rowCount) {
        await maintenance.query(`CREATE DATABASE ${SHELF}`)
      }
    } finally {
      await maintenance.end()
    }
    const client = new Client({ connectionString: url(SHELF) })
    // An interrupted run stops Postgres first; whoever asks hears it then.
    client.on("error", () => undefined)
    await client.connect()
    await client.query("CREATE EXTENSION IF NOT EXISTS pg_stat_statements")
    await client.query("SELECT pg_stat_statements_reset()")
    return new StatementCounter(client)
  }

  async read(database: string): Promise<Count> {
    const { rows } = await this.client.query<Count & { dropped: number }>(
      `SELECT
         coalesce(sum(calls) FILTER (WHERE query !~* $2), 0)::int AS statements,
         coalesce(sum(calls) FILTER (WHERE query ~* $3), 0)::int AS transactions,
         (SELECT dealloc FROM pg_stat_statements_info)::int AS dropped
       FROM pg_stat_statements
       JOIN pg_database ON pg_database.oid = dbid
       WHERE datname = $1`,
      [database, CONTROL, BEGINS]
    )
    const [{ dropped, ...count }] = rows as [Count & { dropped: number }]
    if (dropped > 0) {
      throw new Error(
        "Postgres forgot some of its statement counts, so they would not be exact. Raise pg_stat_statements.max in bench/lib/cluster.ts."
      )
    }
    return count
  }

  /** Reads once what runs after an answer (events, subscribers) is over too. */
  async readSettled(database: string): Promise<Count> {
    const enough = Date.now() + PATIENCE
    let last = await this.read(database)
    for (;;) {
      await pause(QUIET)
      const next = await this.read(database)
      const moved = minus(next, last)
      const quiet = moved.statements === 0 && moved.transactions === 0
      if (quiet || Date.now() > enough) {
        return next
      }
      last = next
    }
  }

  close() {
    return this.client.end()
  }
}
