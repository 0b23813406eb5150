import { canBeBought, soldVariants } from "./pieces"
import { priceOf } from "./price"
import { name, type Sql, sql } from "./sql"

/** A product as it is searched; `fingerprint` changes whenever it does. */
export type ProductDocument = {
  id: string
  fingerprint: string
} & Record<string, unknown>

/** Prices of somebody who is not logged in. */
const EVERYBODY = { channels: [], region: null, customer_id: null }

const texts = (what: string, from: Sql): Sql =>
  sql`to_jsonb(array(select distinct ${name(what)} ${from} order by 1))`

/** Its categories and those above, as far as shoppers may see them. */
const categories = (what: string): Sql =>
  texts(
    what,
    sql`from product_category_product pc
      join product_category c on c.id = pc.product_category_id
        and c.deleted_at is null and c.is_active and not c.is_internal
      join product_category root on root.deleted_at is null
        and root.is_active and not root.is_internal
        and (c.id = root.id or starts_with(c.mpath, root.mpath || '.'))
      where pc.product_id = p.id`
  )

/** Its tags, but for those that are hidden from shoppers. */
const tags = sql`from product_tags pt
  join product_tag t on t.id = pt.product_tag_id and t.deleted_at is null
  left join tag_profile tp on tp.tag_id = t.id and tp.deleted_at is null
  where pt.product_id = p.id and coalesce(tp.is_visible, true)`

/** As core decides: with a single channel in the shop all is sold there. */
const channels = sql`from sales_channel c
  where c.deleted_at is null and (
    (select count(*) from sales_channel where deleted_at is null) <= 1
    or exists (select 1 from product_sales_channel sc
      where sc.product_id = p.id and sc.deleted_at is null
        and sc.sales_channel_id = c.id))`

const variants = (where = "true"): Sql =>
  sql`from ${soldVariants} and ${name(where)}`

const options = sql`from product_variant_option vo
  join product_variant v on v.id = vo.variant_id and v.deleted_at is null
    and not (v.id = any(coalesce(pp.inactive_variants, '{}')))
  join product_option_value ov on ov.id = vo.option_value_id
  join product_option o on o.id = ov.option_id
  where v.product_id = p.id`

/** One of what is worked out for each currency in its oldest region. */
const perCurrency = (what: string): Sql => sql`(
  select jsonb_object_agg(region.currency_code, ${name(what)})
  from region_of_currency region
  ${priceOf(EVERYBODY, true)}
  where price.amount is not null)`

/** When a price list of its prices next begins or ends. */
const pricesUntil = sql`(
  select min(moment) from product_variant v
  join product_variant_price_set link
    on link.variant_id = v.id and link.deleted_at is null
  join price on price.price_set_id = link.price_set_id
    and price.deleted_at is null
  join price_list pl on pl.id = price.price_list_id
    and pl.deleted_at is null and pl.status = 'active'
  cross join lateral (values (pl.starts_at), (pl.ends_at)) as t(moment)
  where v.product_id = p.id and v.deleted_at is null and moment >= now())`

/**
 * What is searched of a product `p` with its profile `pp`, by the name of the
 * field in `src/search/product.ts`. What only staff may know is not here.
 */
export const documentParts: Readonly<Record<string, Sql>> = {
  id: name("p.id"),
  title: name("p.title"),
  subtitle: name("p.subtitle"),
  handle: name("p.handle"),
  description: name("p.description"),
  short_description: name("pp.short_description"),
  thumbnail: name("p.thumbnail"),
  status: name("p.status"),
  brand: name("pp.brand"),
  features: name("to_jsonb(pp.features)"),
  specifications: sql`(select jsonb_agg(
      concat_ws(': ', s.entry ->> 'name', s.entry ->> 'value') order by s.place)
    from jsonb_array_elements(case jsonb_typeof(pp.specifications)
      when 'array' then pp.specifications else '[]'::jsonb end)
      with ordinality as s(entry, place))`,
  category: categories("root.handle"),
  category_names: categories("root.name"),
  tag: texts("t.value", tags),
  sku: texts("v.sku", variants("v.sku is not null")),
  variant_titles: texts("v.title", variants("v.title is not null")),
  attributes: texts("o.title || ':' || ov.value", options),
  sales_channel_ids: texts("c.id", channels),
  in_stock: texts(
    "c.id",
    sql`${channels} and ${canBeBought(name("s.sales_channel_id = c.id"))}`
  ),
  price: perCurrency("price.amount"),
  on_sale: perCurrency("coalesce(price.on_sale, false)"),
  rating: name("pp.rating_average"),
  rating_count: name("coalesce(pp.rating_count, 0)"),
  sold_count: name("coalesce(pp.sold_count, 0)"),
  featured: name("coalesce(pp.featured, false)"),
  has_original_box: sql`exists (
    select 1 from original_box b
    where b.product_id = p.id and b.offered and b.deleted_at is null)`,
  created_at: name("p.created_at"),
  prices_until: pricesUntil,
}

/** An object of so many parts is built in pieces: a call takes 100 values. */
const whole: Sql = Object.entries(documentParts)
  .map(([key, part]) => sql`jsonb_build_object(${key}::text, ${part})`)
  .reduce((before, part) => sql`${before} || ${part}`)

/** Documents of the products that `where` and `limit` choose, by id. */
export const documentsStatement = (where: Sql, limit: number): Sql => sql`
  with region_of_currency as materialized (
    select distinct on (currency_code) id, currency_code
    from region where deleted_at is null
    order by currency_code, created_at, id)
  select document || jsonb_build_object('fingerprint', md5(document::text))
    as document
  from (
    select p.id, jsonb_strip_nulls(${whole}) as document
    from product p
    left join product_profile pp
      on pp.product_id = p.id and pp.deleted_at is null
    where p.deleted_at is null and ${where}
    order by p.id limit ${limit}) made
  order by id`
