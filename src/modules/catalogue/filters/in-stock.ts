import { flag } from "../kinds"
import { soldVariants } from "../pieces"
import { name, oneOf, sql } from "../sql"
import { defineFilter } from "../types"

/** What can be bought in the caller's channels: counted, uncounted or later. */
export const inStock = defineFilter({
  schema: flag,
  where: (wanted, { channels }) => sql`${name(wanted ? "" : "not")} exists (
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
                    and ${oneOf("s.sales_channel_id", channels)})), 0)))))`,
})
