import { createHash, randomUUID } from "node:crypto"
import type { EntityManager } from "@medusajs/framework/mikro-orm/knex"
import type { Context } from "@medusajs/framework/types"
import {
  generateEntityId,
  InjectManager,
  MedusaContext,
  MedusaService,
} from "@medusajs/framework/utils"
import { canonicalJson } from "../../lib/canonical-json"
import { IdempotencyKey } from "./models/idempotency-key"
import type { Attempt, BeginInput, Begun } from "./types"

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex")

/**
 * Inserts the row, or takes over one that nobody works on any more: expired,
 * given up, or of a server that died. One statement, so the database decides
 * who of many it is, over any number of servers; times are the database's.
 */
const CLAIM = `
insert into idempotency_key as held
  (id, scope, key_hash, request_hash, state, claim, locked_until, expires_at)
values (?, ?, ?, ?, 'in_progress', ?,
        now() + make_interval(secs => ?), now() + make_interval(secs => ?))
on conflict (scope, key_hash) where deleted_at is null do update set
  state = 'in_progress',
  claim = excluded.claim,
  request_hash = excluded.request_hash,
  locked_until = excluded.locked_until,
  expires_at = excluded.expires_at,
  status_code = null,
  response = null,
  resource_id = case when held.expires_at <= now() then null
                     else held.resource_id end,
  updated_at = now()
where held.expires_at <= now()
   or (held.request_hash = excluded.request_hash
       and (held.state = 'unfinished'
            or (held.state = 'in_progress' and held.locked_until <= now())))
returning id, claim, resource_id`

const READ = `
select request_hash, state, status_code, response from idempotency_key
 where scope = ? and key_hash = ? and deleted_at is null`

type Row = {
  request_hash: string
  state: string
  status_code: number
  response: unknown
}

export class IdempotencyService extends MedusaService({ IdempotencyKey }) {
  private async rows<T>(
    { manager }: Context<EntityManager>,
    text: string,
    values: unknown[]
  ): Promise<T[]> {
    return (await manager?.execute(text, values)) ?? []
  }

  /** Takes a request, or says what has become of it. */
  @InjectManager()
  async begin(
    { scope, key, request, leaseSeconds, ttlSeconds }: BeginInput,
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<Begun> {
    const key_hash = sha256(key)
    const request_hash = sha256(canonicalJson(request))
    const [attempt] = await this.rows<Attempt>(context, CLAIM, [
      generateEntityId(undefined, "idem"),
      scope,
      key_hash,
      request_hash,
      randomUUID(),
      leaseSeconds,
      ttlSeconds,
    ])
    if (attempt) {
      return { outcome: "claimed", attempt }
    }
    const [row] = await this.rows<Row>(context, READ, [scope, key_hash])
    if (row && row.request_hash !== request_hash) {
      return { outcome: "reused" }
    }
    // A row that is gone was given up just now; whoever asks again gets it.
    return row?.state === "done"
      ? {
          outcome: "done",
          status_code: row.status_code,
          response: row.response,
        }
      : { outcome: "running" }
  }

  /** Keeps what was made so far; false when the turn is somebody else's now. */
  @InjectManager()
  async remember(
    { id, claim }: Pick<Attempt, "id" | "claim">,
    resource_id: string | null,
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<boolean> {
    const kept = await this.rows(
      context,
      `update idempotency_key set resource_id = ?, updated_at = now()
        where id = ? and claim = ? and state = 'in_progress' returning id`,
      [resource_id, id, claim]
    )
    return kept.length > 0
  }

  /** The answer every repeat gets from now on. */
  @InjectManager()
  async finish(
    { id, claim }: Pick<Attempt, "id" | "claim">,
    answer: { status_code: number; response: unknown },
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<boolean> {
    const done = await this.rows(
      context,
      `update idempotency_key
          set state = 'done', status_code = ?, response = ?::jsonb,
              updated_at = now()
        where id = ? and claim = ? and state = 'in_progress' returning id`,
      [answer.status_code, JSON.stringify(answer.response), id, claim]
    )
    return done.length > 0
  }

  /**
   * Ends a turn without an answer to keep. What was made is gone on with by
   * the next who sends the key; when nothing was, the key is free again, also
   * for another request.
   */
  @InjectManager()
  async release(
    { id, claim }: Pick<Attempt, "id" | "claim">,
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<void> {
    const mine = "id = ? and claim = ? and state = 'in_progress'"
    const freed = await this.rows(
      context,
      `delete from idempotency_key
        where ${mine} and resource_id is null returning id`,
      [id, claim]
    )
    if (!freed.length) {
      await this.rows(
        context,
        `update idempotency_key set state = 'unfinished', updated_at = now()
          where ${mine} returning id`,
        [id, claim]
      )
    }
  }

  /** Removes what is past its time, some at once; says how many. */
  @InjectManager()
  async removeExpired(
    limit: number,
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<number> {
    const removed = await this.rows(
      context,
      `delete from idempotency_key where id in (
         select id from idempotency_key
          where expires_at <= now() and locked_until <= now()
          order by expires_at limit ? for update skip locked)
       returning id`,
      [limit]
    )
    return removed.length
  }
}
