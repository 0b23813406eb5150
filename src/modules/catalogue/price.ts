import { name, nothing, type Sql, sql } from "./sql"
import type { Scope } from "./types"

/** Region and currency of the caller, as `region`. */
export function regionOf({ region }: Scope): Sql {
  switch (region?.by) {
    case "region_id":
      return sql`select id, currency_code from region
        where id = ${region.value} and deleted_at is null`
    case "country_code":
      return sql`select r.id, r.currency_code from region r
        join region_country c on c.region_id = r.id and c.deleted_at is null
        where c.iso_2 = ${region.value.toLowerCase()} and r.deleted_at is null`
    case "cart_id":
      return sql`select region_id as id, currency_code from cart
        where id = ${region.value} and deleted_at is null`
    case undefined:
      return name("select null::text as id, null::text as currency_code")
  }
}

/** The customer groups whose prices count. */
const groups = ({ customer_id }: Scope): Sql =>
  customer_id
    ? sql`select customer_group_id from customer_group_customer
        where customer_id = ${customer_id} and deleted_at is null`
    : name("select null::text as customer_group_id where false")

const GROUP = "customer.groups.id"

/** Prices of one price set that hold for the caller, as core chooses them. */
const matching = (scope: Scope): Sql => sql`
  select price.amount, price.price_list_id as list, pl.type,
         price.rules_count + coalesce(pl.rules_count, 0) as rules
  from price
  left join price_list pl on pl.id = price.price_list_id
    and pl.status = 'active' and pl.deleted_at is null
    and (pl.starts_at is null or pl.starts_at <= now())
    and (pl.ends_at is null or pl.ends_at >= now())
    and (pl.rules_count = 0 or pl.rules_count = (
      select count(*) from price_list_rule rule
      where rule.price_list_id = pl.id and rule.deleted_at is null
        and ((rule.attribute = 'region_id'
              and rule.value @> to_jsonb(region.id))
          or (rule.attribute = ${GROUP} and exists (
              select 1 from (${groups(scope)}) g
              where rule.value @> to_jsonb(g.customer_group_id))))))
  where price.price_set_id = link.price_set_id and price.deleted_at is null
    and price.currency_code = region.currency_code
    and (price.min_quantity is null or price.min_quantity <= 1)
    and (price.price_list_id is null or pl.id is not null)
    and (price.rules_count = 0 or price.rules_count = (
      select count(*) from price_rule rule
      where rule.price_id = price.id and rule.deleted_at is null
        and ((rule.attribute = 'region_id' and rule.value = region.id)
          or (rule.attribute = ${GROUP}
              and rule.value in (${groups(scope)})))))`

const first = (what: string, where: string) =>
  name(
    `(array_agg(m.${what} order by m.rules desc, m.amount) filter (where ${where}))[1]`
  )

/**
 * The lowest price of what is sold of a product, and whether anything of it is
 * on sale, as `price`. The rules are those of core's Pricing module, so that a
 * list is sorted by the prices it shows; `upstream.unit.spec.ts` fails when
 * core changes them.
 */
export const priceOf = (scope: Scope, needed: boolean): Sql =>
  needed
    ? sql`left join lateral (
    select min(c.amount) as amount,
           array_agg(c.amount) as amounts,
           bool_or(c.on_sale) as on_sale
    from (
      select
        case when b.type = 'override' then b.listed
             when b.type = 'sale' and (b.base is null or b.listed <= b.base)
               then b.listed
             else b.base end as amount,
        coalesce(b.type = 'sale' and b.listed < coalesce(b.override, b.base),
                 false) as on_sale
      from product_variant v
      join product_variant_price_set link
        on link.variant_id = v.id and link.deleted_at is null
      cross join lateral (
        select ${first("amount", "m.list is null")} as base,
               ${first("amount", "m.list is not null")} as listed,
               ${first("type", "m.list is not null")} as type,
               ${first("amount", "m.list is not null and m.type <> 'sale'")} as override
        from (${matching(scope)}) m) b
      where v.product_id = p.id and v.deleted_at is null
        and not (v.id = any(coalesce(pp.inactive_variants, '{}')))) c
  ) price on true`
    : nothing
