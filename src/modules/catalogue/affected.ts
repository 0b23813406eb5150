import { name, oneOf, type Sql, sql } from "./sql"

const byVariant = (where: Sql) =>
  sql`select v.product_id as id from product_variant v where ${where}`

const byPriceSet = (where: Sql) => sql`
  select v.product_id as id from product_variant v
  join product_variant_price_set link on link.variant_id = v.id
  join price on price.price_set_id = link.price_set_id
  where ${where}`

const byItem = (where: Sql) => sql`
  select v.product_id as id from product_variant v
  join product_variant_inventory_item i on i.variant_id = v.id
  where ${where}`

const having = (column: string, inner: string, key: string) => (ids: Ids) =>
  sql`${name(column)} in (select ${name(inner)} where ${oneOf(key, ids)})`

type Ids = readonly string[]

/** Levels of a place, or of the places of channels. */
const byPlace = (places: Sql) =>
  byItem(sql`i.inventory_item_id in (
    select inventory_item_id from inventory_level l where ${places})`)

/**
 * Which products something that changed belongs to. Deleted rows count: what
 * was deleted has changed its product.
 */
export const kinds = {
  product: (ids: Ids) =>
    sql`select p.id from product p where ${oneOf("p.id", ids)}`,
  variant: (ids: Ids) => byVariant(oneOf("v.id", ids)),
  option: (ids: Ids) =>
    byVariant(sql`v.id in (select vo.variant_id from product_variant_option vo
      join product_option_value ov on ov.id = vo.option_value_id
      where ${oneOf("ov.option_id", ids)})`),
  option_value: (ids: Ids) =>
    byVariant(sql`v.id in (select vo.variant_id from product_variant_option vo
      where ${oneOf("vo.option_value_id", ids)})`),
  category: (ids: Ids) => sql`
    select pc.product_id as id from product_category_product pc
    join product_category c on c.id = pc.product_category_id
    join product_category root
      on c.id = root.id or starts_with(c.mpath, root.mpath || '.')
    where ${oneOf("root.id", ids)}`,
  tag: (ids: Ids) => sql`
    select product_id as id from product_tags
    where ${oneOf("product_tag_id", ids)}`,
  price: (ids: Ids) => byPriceSet(oneOf("price.id", ids)),
  price_set: (ids: Ids) => byPriceSet(oneOf("price.price_set_id", ids)),
  price_list: (ids: Ids) => byPriceSet(oneOf("price.price_list_id", ids)),
  price_list_rule: (ids: Ids) =>
    byPriceSet(
      having(
        "price.price_list_id",
        "price_list_id from price_list_rule",
        "id"
      )(ids)
    ),
  inventory_item: (ids: Ids) => byItem(oneOf("i.inventory_item_id", ids)),
  inventory_level: (ids: Ids) =>
    byItem(
      having(
        "i.inventory_item_id",
        "inventory_item_id from inventory_level",
        "id"
      )(ids)
    ),
  reservation: (ids: Ids) =>
    byItem(
      having(
        "i.inventory_item_id",
        "inventory_item_id from reservation_item",
        "id"
      )(ids)
    ),
  sales_channel: (ids: Ids) => sql`
    select product_id as id from product_sales_channel
    where ${oneOf("sales_channel_id", ids)}`,
  stock_location: (ids: Ids) => byPlace(oneOf("l.location_id", ids)),
  location_link: (ids: Ids) =>
    byPlace(
      having(
        "l.location_id",
        "stock_location_id from sales_channel_stock_location",
        "id"
      )(ids)
    ),
  channel_link: (ids: Ids) => sql`
    select product_id as id from product_sales_channel where ${oneOf("id", ids)}`,
  price_link: (ids: Ids) =>
    byVariant(
      having("v.id", "variant_id from product_variant_price_set", "id")(ids)
    ),
  item_link: (ids: Ids) =>
    byVariant(
      having(
        "v.id",
        "variant_id from product_variant_inventory_item",
        "id"
      )(ids)
    ),
} satisfies Record<string, (ids: Ids) => Sql>

export type Kind = keyof typeof kinds

/** Each product once, those that are gone as well. */
export const affectedStatement = (kind: Kind, ids: Ids): Sql =>
  sql`select distinct id from (${kinds[kind](ids)}) found order by id`
