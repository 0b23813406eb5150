import type { EntityManager } from "@medusajs/framework/mikro-orm/knex"
import type { Context } from "@medusajs/framework/types"
import {
  generateEntityId,
  InjectManager,
  MedusaContext,
  MedusaService,
} from "@medusajs/framework/utils"
import { ProductCost } from "./models/product-cost"
import type { SaveCostInput } from "./types"

/** What was there, and in the same statement what is there from now on. */
const SAVE = `
with given as (
  select g.* from jsonb_to_recordset(?::jsonb) as g(
    id text, product_id text, amount numeric, currency_code text)
  order by g.product_id),
held as (
  select given.product_id, c.amount, c.currency_code from given
  left join product_cost c
    on c.product_id = given.product_id and c.deleted_at is null),
gone as (
  delete from product_cost where product_id in (
    select product_id from given where amount is null)),
kept as (
  insert into product_cost (id, product_id, amount, raw_amount, currency_code)
  select id, product_id, amount, jsonb_build_object(
      'value', amount::text, 'precision', 20), currency_code
    from given where amount is not null
  on conflict (product_id) where deleted_at is null do update set
    amount = excluded.amount, raw_amount = excluded.raw_amount,
    currency_code = excluded.currency_code, updated_at = now())
select product_id, case when amount is null then null else jsonb_build_object(
  'amount', amount, 'currency_code', currency_code) end as cost from held`

/**
 * A module of its own, so that no link of a product's profile leads here: what
 * a shopper may read and what they may not are never one table.
 */
export class ProductCostService extends MedusaService({ ProductCost }) {
  private async run<Row extends object>(
    { transactionManager, manager }: Context<EntityManager>,
    text: string,
    value: unknown
  ): Promise<Row[]> {
    const given = [JSON.stringify(value)]
    return (await (transactionManager ?? manager)?.execute(text, given)) ?? []
  }

  /** Writes costs, and tells how they were, to be written again. */
  @InjectManager()
  async saveCosts(
    rows: readonly SaveCostInput[],
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<SaveCostInput[]> {
    return this.run<SaveCostInput>(
      context,
      SAVE,
      rows.map(({ product_id, cost }) => ({
        id: generateEntityId(undefined, "pcost"),
        product_id,
        ...cost,
      }))
    )
  }

  /** With a product that is deleted its cost goes. */
  @InjectManager()
  async hideProducts(
    product_ids: readonly string[],
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<void> {
    await this.run(context, moved("now()", "deleted_at is null"), product_ids)
  }

  @InjectManager()
  async bringBackProducts(
    product_ids: readonly string[],
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<void> {
    await this.run(
      context,
      moved("null", "deleted_at is not null"),
      product_ids
    )
  }
}

const moved = (deletedAt: string, where: string) => `
update product_cost set deleted_at = ${deletedAt} where ${where}
  and product_id in (select jsonb_array_elements_text(?::jsonb))`
