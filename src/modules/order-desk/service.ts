import type { EntityManager } from "@medusajs/framework/mikro-orm/knex"
import type { Context } from "@medusajs/framework/types"
import {
  generateEntityId,
  InjectManager,
  InjectTransactionManager,
  MathBN,
  MedusaContext,
  MedusaService,
} from "@medusajs/framework/utils"
import { CashCollection } from "./models/cash-collection"
import type {
  CashLimit,
  CollectInput,
  OpenCashInput,
  Opened,
  SettleInput,
} from "./types"

/** A number as Medusa's big numbers are stored beside their column. */
const RAW = "jsonb_build_object('value', (?::numeric)::text, 'precision', 20)"

const INSERT = `
insert into cash_collection
  (id, order_id, currency_code, phone, amount_due, raw_amount_due)
values (?, ?, ?, ?, ?::numeric, ${RAW})
on conflict (order_id) where deleted_at is null do nothing
returning id`

const COLLECT = `
update cash_collection set
  state = 'collected',
  amount_collected = ?::numeric,
  raw_amount_collected = ${RAW},
  difference = ?::numeric - amount_due,
  raw_difference = jsonb_build_object(
    'value', (?::numeric - amount_due)::text, 'precision', 20),
  driver_note = ?, collected_by = ?, collected_at = now(), updated_at = now()
where order_id = ? and state = 'due' and deleted_at is null
returning id`

const UNCOLLECT = `
update cash_collection set
  state = 'due', amount_collected = null, raw_amount_collected = null,
  difference = null, raw_difference = null, driver_note = null,
  collected_by = null, collected_at = null, updated_at = now()
where order_id = ? and state = 'collected' and deleted_at is null
returning id`

const SETTLE = `
update cash_collection set
  state = 'settled', settled_by = ?, settled_at = now(), updated_at = now(),
  driver_note = case when ?::text is null then driver_note
                     else concat_ws(E'\\n', driver_note, ?::text) end
where order_id = ? and state = 'collected' and deleted_at is null
returning id`

const WITHDRAW = `
update cash_collection set state = 'withdrawn', updated_at = now()
where order_id = ? and state = 'due' and deleted_at is null
returning id`

/**
 * Each move is one statement that names the state it comes from, so of two at
 * once one moves and the other is told so.
 */
export class OrderDeskService extends MedusaService({ CashCollection }) {
  private async moved(
    { transactionManager, manager }: Context<EntityManager>,
    text: string,
    values: unknown[]
  ): Promise<boolean> {
    const rows = await (transactionManager ?? manager)?.execute(text, values)
    return (rows?.length ?? 0) > 0
  }

  /** Of one phone two at once come one after the other, so the limit holds. */
  private async isTooMany(
    phone: string,
    { max_open, except }: CashLimit,
    { transactionManager }: Context<EntityManager>
  ): Promise<boolean> {
    await transactionManager?.execute(
      "select pg_advisory_xact_lock(hashtextextended(?, 0))",
      [`cash_collection:${phone}`]
    )
    const [{ open } = { open: 0 }] =
      (await transactionManager?.execute<{ open: string }[]>(
        `select count(*) as open from cash_collection
          where phone = ? and state = 'due' and deleted_at is null
            and not (order_id = any(string_to_array(?, ',')))`,
        [phone, except.join(",")]
      )) ?? []
    return max_open !== null && Number(open) >= max_open
  }

  /** Writes down what an order owes; once, however often it is told. */
  @InjectManager()
  async openCash(
    cash: OpenCashInput,
    limit: CashLimit,
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<Opened> {
    return this.openCash_(cash, limit, context)
  }

  @InjectTransactionManager()
  protected async openCash_(
    { order_id, currency_code, phone, amount_due }: OpenCashInput,
    limit: CashLimit,
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<Opened> {
    // What is due already is not one more.
    const others = { ...limit, except: [...limit.except, order_id] }
    if (phone && (await this.isTooMany(phone, others, context))) {
      return "too_many"
    }
    const due = MathBN.convert(amount_due).toFixed()
    const id = generateEntityId(undefined, "cash")
    const opened = await this.moved(context, INSERT, [
      ...[id, order_id, currency_code, phone, due, due],
    ])
    return opened ? "opened" : "known"
  }

  @InjectManager()
  async collectCash(
    { order_id, amount, note, by }: CollectInput,
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<boolean> {
    const amounts = [amount, amount, amount, amount]
    return this.moved(context, COLLECT, [...amounts, note, by, order_id])
  }

  /** Takes back a collection whose payment could not be recorded. */
  @InjectManager()
  async uncollectCash(
    order_id: string,
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<boolean> {
    return this.moved(context, UNCOLLECT, [order_id])
  }

  /** The order was paid another way: nothing is due at the door. */
  @InjectManager()
  async withdrawCash(
    order_id: string,
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<boolean> {
    return this.moved(context, WITHDRAW, [order_id])
  }

  @InjectManager()
  async settleCash(
    { order_id, note, by }: SettleInput,
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<boolean> {
    return this.moved(context, SETTLE, [by, note, note, order_id])
  }
}
