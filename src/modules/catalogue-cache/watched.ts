import type { Tag } from "./tags"

export type Watched = {
  table: string
  tag: Tag
  /** A change of these alone is no change. */
  ignoring?: readonly string[]
  /** Only a change of this is one. */
  column?: string
}

const tables = (tag: Tag, ...names: string[]): Watched[] =>
  names.map((table) => ({ table, tag }))

/** Written all the time, so they count only for who asks for them by name. */
const FIGURES = ["view_count", "sold_count"]

/**
 * Every table that an answer of a cached route is read from. A table that is
 * not in the database is passed over: some belong to modules a shop may not
 * have. `watched.spec.ts` reads the routes and fails when a table is missing.
 */
export const watched: readonly Watched[] = [
  ...tables(
    "product",
    "image",
    "product",
    "product_collection",
    "product_option",
    "product_option_value",
    "product_product_option",
    "product_product_option_value",
    "product_sales_channel",
    "product_shipping_profile",
    "product_type",
    "product_variant",
    "product_variant_option",
    "product_variant_product_image",
    "variant_profile"
  ),
  {
    table: "product_profile",
    tag: "product",
    ignoring: [...FIGURES, "updated_at"],
  },
  { table: "product_profile", tag: "sold", column: "sold_count" },
  { table: "product_profile", tag: "views", column: "view_count" },
  ...tables(
    "category",
    "category_profile",
    "product_category",
    "product_category_product"
  ),
  ...tables("tag", "product_tag", "product_tags", "tag_profile"),
  ...tables(
    "price",
    "price",
    "price_list",
    "price_list_rule",
    "price_preference",
    "price_rule",
    "price_set",
    "product_variant_price_set"
  ),
  ...tables(
    "stock",
    "inventory_item",
    "inventory_level",
    "product_variant_inventory_item",
    "sales_channel_stock_location",
    "stock_location"
  ),
  {
    table: "review_summary",
    tag: "rating",
    ignoring: ["copied_version", "updated_at"],
  },
  ...tables("box", "original_box"),
  { table: "api_key", tag: "shop", ignoring: ["last_used_at", "updated_at"] },
  ...tables(
    "shop",
    "currency",
    "publishable_api_key_sales_channel",
    "region",
    "region_country",
    "sales_channel",
    "store",
    "store_currency",
    "tax_provider",
    "tax_rate",
    "tax_rate_rule",
    "tax_region"
  ),
  ...tables("translation", "locale", "store_locale", "translation"),
]
