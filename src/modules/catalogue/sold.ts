import { nothing, oneOf, type Sql, sql } from "./sql"

/** What was ordered and neither cancelled nor sent back, by product. */
export const soldStatement = (product_ids?: readonly string[]): Sql => sql`
  select l.product_id,
    greatest(0, sum(i.quantity - i.return_received_quantity))::int as count
  from order_line_item l
  join order_item i on i.item_id = l.id and i.deleted_at is null
  join "order" o on o.id = i.order_id and o.version = i.version
    and o.deleted_at is null and not o.is_draft_order
    and o.status not in ('canceled', 'draft')
  where l.deleted_at is null and l.product_id is not null
    ${product_ids ? sql`and ${oneOf("l.product_id", product_ids)}` : nothing}
  group by l.product_id`
