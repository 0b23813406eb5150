import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { newId } from "./sql"

type Kept = { token: string; expiresAt: number }

/**
 * Keeps a provider's access token in Postgres, so that all servers and workers
 * use the same one, and one of them fetches the next.
 */
export class SharedTokens {
  constructor(
    private readonly connection: Knex,
    /** Whose token it is, such as the consumer key. */
    private readonly account: string
  ) {}

  async read(): Promise<Kept | undefined> {
    const row = (await this.connection("provider_token")
      .where({ account: this.account })
      .first("value", "expires_at")) as
      { value: string; expires_at: Date } | undefined
    return row && { token: row.value, expiresAt: row.expires_at.getTime() }
  }

  async write(token: string, expiresAt: number) {
    const expires_at = new Date(expiresAt)
    await this.connection.raw(
      `insert into provider_token (id, account, value, expires_at)
       values (?, ?, ?, ?)
       on conflict (account) where deleted_at is null
       do update set value = excluded.value, expires_at = excluded.expires_at,
         updated_at = now()`,
      [newId("ptok"), this.account, token, expires_at]
    )
  }

  /** The lock ends with its transaction, also when this process dies. */
  runExclusive<T>(work: () => Promise<T>): Promise<T> {
    return this.connection.transaction(async (transaction) => {
      await transaction.raw(
        "select pg_advisory_xact_lock(hashtextextended(?, 0))",
        [`provider-token ${this.account}`]
      )
      return work()
    })
  }
}
