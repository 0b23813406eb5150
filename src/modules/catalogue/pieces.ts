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
