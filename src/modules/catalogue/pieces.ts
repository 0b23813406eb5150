import { name, oneOf, type Sql, sql } from "./sql"
import type { Scope } from "./types"

/** The variants of `p` that are shown and sold, as `v`. */
export const soldVariants = name(`
  product_variant v
  where v.product_id = p.id and v.deleted_at is null
    and not (v.id = any(coalesce(pp.inactive_variants, '{}')))`)

/** As core decides: with a single channel in the shop nobody is asked for it. */
export const inChannel = ({ channels }: Scope): Sql => sql`(
  (select count(*) from sales_channel where deleted_at is null) <= 1
  or exists (select 1 from product_sales_channel sc
    where sc.product_id = p.id and sc.deleted_at is null
      and ${oneOf("sc.sales_channel_id", channels)}))`

/** Something of `p` is there in the channels of warehouses `s`. */
export const canBeBought = (channels: Sql): Sql => sql`exists (
    select 1 from ${soldVariants} and (
      not v.manage_inventory or v.allow_backorder or (
        exists (select 1 from product_variant_inventory_item i
          where i.variant_id = v.id and i.deleted_at is null)
        and not exists (
          select 1 from product_variant_inventory_item i
          where i.variant_id = v.id and i.deleted_at is null
            and i.required_quantity > coalesce((
              select sum(l.stocked_quantity - l.reserved_quantity)
              from inventory_level l
              where l.inventory_item_id = i.inventory_item_id
                and l.deleted_at is null and l.location_id in (
                  select s.stock_location_id
                  from sales_channel_stock_location s
                  where s.deleted_at is null
                    and ${channels})), 0)))))`
