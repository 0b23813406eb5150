import type { EntityManager } from "@medusajs/framework/mikro-orm/knex"
import type { Context, Logger } from "@medusajs/framework/types"
import {
  generateEntityId,
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
  MedusaService,
} from "@medusajs/framework/utils"
import { ProductProfile } from "./models/product-profile"
import { RecentView } from "./models/recent-view"
import { VariantProfile } from "./models/variant-profile"
import { type View, ViewBuffer, type Views } from "./view-buffer"
import { profileColumns, type Sql, sqlIn, upsertProfile } from "./sql"
import type {
  ProfileBefore,
  ProfileInput,
  Rated,
  SaveProfileInput,
  Statement,
  VariantActive,
} from "./types"

type Options = { meta_title_unique?: boolean }

/** Rows as one value: a `?` cannot stand for a list of unknown length. */
const rowsOf = (values: unknown) => JSON.stringify(values)

const UPSERT_VARIANT = `
insert into variant_profile (id, variant_id, product_id, active)
values (?, ?, ?, ?)
on conflict (variant_id) where deleted_at is null do update set
  active = excluded.active, product_id = excluded.product_id,
  updated_at = now()`

/** Read again from what it follows, so a repeat or a race changes nothing. */
const COLLECT_INACTIVE = `
update product_profile set updated_at = now(), inactive_variants = array(
  select variant_id from variant_profile
   where product_id = product_profile.product_id
     and not active and deleted_at is null order by variant_id)
where product_id = ? and deleted_at is null`

const BEFORE = `
select p.product_id,
  (select to_jsonb(row) from (
    select ${profileColumns.join(", ")} from product_profile
     where product_id = p.product_id and deleted_at is null) row) as profile
from jsonb_array_elements_text(?::jsonb) as p(product_id)`

/** One statement for both tables. */
const moved = (deletedAt: string, where: string) => `
with products as (select jsonb_array_elements_text(?::jsonb) as id),
variants as (update variant_profile set deleted_at = ${deletedAt}
  where product_id in (select id from products) and ${where})
update product_profile set deleted_at = ${deletedAt}
  where product_id in (select id from products) and ${where}`

/** Views are written when so many are held, or so much time has passed. */
const VIEWS_HELD = 500
const VIEWS_EVERY = 5_000

/** So many products a customer has looked at are remembered. */
export const RECENT_MAX = 50

/** What nobody sells is not counted: anybody may send any id. */
const ADD_VIEWS = `
with seen as (
  select s.* from jsonb_to_recordset(?::jsonb)
    as s(id text, product_id text, count int)
  join product on product.id = s.product_id
    and product.status = 'published' and product.deleted_at is null
  order by s.product_id),
looks as (
  insert into recent_view (id, customer_id, product_id, viewed_at)
  select l.id, l.customer_id, l.product_id, l.viewed_at
    from jsonb_to_recordset(?::jsonb) as l(
      id text, customer_id text, product_id text, viewed_at timestamptz)
    join seen on seen.product_id = l.product_id
    order by l.customer_id, l.product_id
  on conflict (customer_id, product_id) where deleted_at is null
    do update set viewed_at = greatest(recent_view.viewed_at, excluded.viewed_at)
  returning customer_id),
old as (
  delete from recent_view where id in (
    select id from (
      select id, row_number() over (
        partition by customer_id order by viewed_at desc, product_id) as place
      from recent_view where customer_id in (select customer_id from looks)
    ) ranked where place > ?))
insert into product_profile (id, product_id, view_count)
select id, product_id, count from seen
on conflict (product_id) where deleted_at is null do update set
  view_count = product_profile.view_count + excluded.view_count`

/** In one order everywhere, so that two writers never wait for each other. */
const byProduct = <T extends { product_id: string }>(rows: readonly T[]) =>
  [...rows].sort((a, b) => (a.product_id < b.product_id ? -1 : 1))

export class ProductProfileService extends MedusaService({
  ProductProfile,
  RecentView,
  VariantProfile,
}) {
  private readonly uniqueTitles: boolean
  private readonly logger: Logger | undefined

  private readonly views = new ViewBuffer({
    size: VIEWS_HELD,
    milliseconds: VIEWS_EVERY,
    write: (views) => this.keepViews(views),
  })

  /** Medusa calls it before it ends, while the database is still there. */
  __hooks = { onApplicationPrepareShutdown: () => this.flushViews() }

  constructor(
    container: Record<string, unknown>,
    { meta_title_unique = true }: Options = {}
  ) {
    super(container, { meta_title_unique })
    this.uniqueTitles = meta_title_unique
    this.logger = container.logger as Logger | undefined
  }

  /** A view that cannot be written is not worth an error. */
  private async keepViews(views: Views): Promise<void> {
    try {
      await this.addViews(views)
    } catch (error) {
      this.logger?.warn(`Views of products were lost: ${String(error)}`)
    }
  }

  /** Writes profiles of products; what is left out stays. */
  @InjectManager()
  async saveProfiles(
    rows: readonly SaveProfileInput[],
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<ProfileBefore[]> {
    return this.saveProfiles_(rows, context)
  }

  @InjectTransactionManager()
  protected async saveProfiles_(
    rows: readonly SaveProfileInput[],
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<ProfileBefore[]> {
    const sql = sqlIn(context)
    const before = await sql<ProfileBefore>(BEFORE, [
      rowsOf(rows.map(({ product_id }) => product_id)),
    ])
    for (const { product_id, profile } of byProduct(rows)) {
      await this.writeProfile(sql, product_id, profile)
    }
    return before
  }

  private writeProfile(sql: Sql, product_id: string, profile: ProfileInput) {
    return sql(...upsertProfile(product_id, profile, this.uniqueTitles))
  }

  /** Puts back what `saveProfiles` told; figures stay as they are now. */
  @InjectManager()
  async restoreProfiles(
    before: readonly ProfileBefore[],
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<void> {
    await this.restoreProfiles_(before, context)
  }

  @InjectTransactionManager()
  protected async restoreProfiles_(
    before: readonly ProfileBefore[],
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<void> {
    const sql = sqlIn(context)
    for (const { product_id, profile } of byProduct(before)) {
      await (profile
        ? this.writeProfile(sql, product_id, profile)
        : sql("delete from product_profile where product_id = ?", [product_id]))
    }
  }

  /** Says which variants are sold; tells what each said before. */
  @InjectManager()
  async setVariantsActive(
    rows: readonly VariantActive[],
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<VariantActive[]> {
    return this.setVariantsActive_(rows, context)
  }

  @InjectTransactionManager()
  protected async setVariantsActive_(
    rows: readonly VariantActive[],
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<VariantActive[]> {
    const sql = sqlIn(context)
    const products = [...new Set(rows.map(({ product_id }) => product_id))]
    // The profile is locked first: its list must see every flag of a rival.
    for (const product_id of products.sort()) {
      await this.writeProfile(sql, product_id, {})
    }
    const inactive = new Set(
      (
        await sql<{ variant_id: string }>(
          `select variant_id from variant_profile
            where variant_id in
              (select jsonb_array_elements_text(?::jsonb))
              and not active and deleted_at is null`,
          [rowsOf(rows.map(({ variant_id }) => variant_id))]
        )
      ).map(({ variant_id }) => variant_id)
    )
    for (const { variant_id, product_id, active } of rows) {
      const id = generateEntityId(undefined, "vprof")
      await sql(UPSERT_VARIANT, [id, variant_id, product_id, active])
    }
    for (const product_id of products) {
      await sql(COLLECT_INACTIVE, [product_id])
    }
    return rows.map((row) => ({
      ...row,
      active: !inactive.has(row.variant_id),
    }))
  }

  /** Which variants are not sold, of these or of all. */
  @InjectManager()
  async listInactive(
    variant_ids?: readonly string[],
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<string[]> {
    const rows = await sqlIn(context)<{ variant_id: string }>(
      `select variant_id from variant_profile
        where not active and deleted_at is null
        ${variant_ids ? "and variant_id in (select jsonb_array_elements_text(?::jsonb))" : ""}
        order by variant_id`,
      variant_ids ? [rowsOf(variant_ids)] : []
    )
    return rows.map(({ variant_id }) => variant_id)
  }

  /** Whether there is any variant that is not sold. */
  @InjectManager()
  async hasInactive(
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<boolean> {
    const rows = await sqlIn(context)(
      `select 1 from variant_profile
        where not active and deleted_at is null limit 1`
    )
    return rows.length > 0
  }

  /** With a product that is deleted its profile goes, and its meta title. */
  @InjectManager()
  async hideProducts(
    product_ids: readonly string[],
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<void> {
    await sqlIn(context)(moved("now()", "deleted_at is null"), [
      rowsOf(product_ids),
    ])
  }

  @InjectManager()
  async bringBackProducts(
    product_ids: readonly string[],
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<void> {
    await sqlIn(context)(moved("null", "deleted_at is not null"), [
      rowsOf(product_ids),
    ])
  }

  /** Somebody looked at a product; written later, with others. */
  async seeProduct(view: View): Promise<void> {
    this.views.add(view)
  }

  flushViews(): Promise<void> {
    return this.views.flush()
  }

  /** Views of products that exist, and who saw them, in one statement. */
  @InjectManager()
  async addViews(
    { counted, recent }: Views,
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<void> {
    await sqlIn(context)(ADD_VIEWS, [
      rowsOf(withIds(counted)),
      rowsOf(withIds(recent)),
      RECENT_MAX,
    ])
  }

  /** What a customer looked at, the last first. */
  @InjectManager()
  async listRecent(
    customer_id: string,
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<string[]> {
    const rows = await sqlIn(context)<{ product_id: string }>(
      `select product_id from recent_view
        where customer_id = ? and deleted_at is null
        order by viewed_at desc, product_id limit ${RECENT_MAX}`,
      [customer_id]
    )
    return rows.map(({ product_id }) => product_id)
  }

  @InjectManager()
  async forgetCustomers(
    customer_ids: readonly string[],
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<void> {
    await sqlIn(context)(
      `delete from recent_view
        where customer_id in (select jsonb_array_elements_text(?::jsonb))`,
      [rowsOf(customer_ids)]
    )
  }

  /**
   * Writes what `count`, a statement for `product_id` and `count`, says of
   * these products. Their rows are locked before it runs, so whoever comes
   * second counts what the first has seen and more. It runs on the connection
   * that holds the locks: a second one each would be more than the pool has.
   */
  @InjectManager()
  async recountSold(
    product_ids: readonly string[],
    count: Statement,
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<void> {
    await this.recountSold_(product_ids, count, context)
  }

  @InjectTransactionManager()
  protected async recountSold_(
    product_ids: readonly string[],
    count: Statement,
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<void> {
    const sql = sqlIn(context)
    const ids = [...new Set(product_ids)].sort()
    for (const product_id of ids) {
      await this.writeProfile(sql, product_id, {})
    }
    await sql(
      `update product_profile set sold_count = coalesce(sold.count, 0)
         from jsonb_array_elements_text(?::jsonb) as asked(id)
         left join (${count.text}) sold on sold.product_id = asked.id
        where product_profile.product_id = asked.id and deleted_at is null`,
      [rowsOf(ids), ...count.values]
    )
  }

  /** What reviews add up to; older figures than those held are ignored. */
  @InjectManager()
  async setRatings(
    ratings: readonly Rated[],
    @MedusaContext() context: Context<EntityManager> = {}
  ): Promise<void> {
    await sqlIn(context)(
      `insert into product_profile
         (id, product_id, rating_average, rating_count, rating_version)
       select id, product_id, rating_average, rating_count, version
         from jsonb_to_recordset(?::jsonb) as rated(id text, product_id text,
           rating_average float8, rating_count int, version int)
        order by product_id
       on conflict (product_id) where deleted_at is null do update set
         rating_average = excluded.rating_average,
         rating_count = excluded.rating_count,
         rating_version = excluded.rating_version
       where product_profile.rating_version < excluded.rating_version`,
      [rowsOf(withIds(ratings))]
    )
  }
}

const withIds = <T extends object>(rows: readonly T[]) =>
  rows.map((row) => ({ id: generateEntityId(undefined, "pprof"), ...row }))
