/** One writer of the tree at a time, until the transaction is over. */
export const LOCK_TREE =
  "select pg_advisory_xact_lock(hashtextextended('product_category.tree', 0))"

/** The ids that are given as one value. */
const GIVEN = "select jsonb_array_elements_text(?::jsonb)"

export const MISSING_PARENTS = `
select g.id from (${GIVEN} as id) g
where not exists (select 1 from product_category c
  where c.id = g.id and c.deleted_at is null)`

/** Who comes back to itself on the way up. */
export const CYCLES = `
with recursive up as (
  select id as start, parent_category_id as parent
    from product_category where id in (${GIVEN})
  union
  select up.start, c.parent_category_id
    from product_category c join up on c.id = up.parent)
select start from up where parent = start`

/** One spelling, so that "Men  " and "men" are the same name. */
const key = (row: string) =>
  `lower(regexp_replace(btrim(${row}.name), '\\s+', ' ', 'g'))`

const TAKEN = `
select c.id from product_category c
join product_category other on other.id <> c.id and other.deleted_at is null
  and ${key("other")} = ${key("c")}
where c.deleted_at is null and c.id in (${GIVEN})`

export const TAKEN_EVERYWHERE = TAKEN
export const TAKEN_BY_SIBLINGS = `${TAKEN}
  and other.parent_category_id is not distinct from c.parent_category_id`

/**
 * Paths and places as the parents say. Of two in one place the one that was
 * just put there comes first.
 */
export const SETTLE = `
with recursive changed as (${GIVEN} as id),
tree as (
  select id, id as mpath from product_category
    where parent_category_id is null and deleted_at is null
  union all
  select c.id, tree.mpath || '.' || c.id from product_category c
    join tree on tree.id = c.parent_category_id where c.deleted_at is null),
placed as (
  select id, row_number() over (partition by parent_category_id
      order by rank, id not in (select id from changed), id) - 1 as rank
    from product_category where deleted_at is null)
update product_category c set mpath = tree.mpath, rank = placed.rank
  from tree join placed on placed.id = tree.id
  where c.id = tree.id
    and (c.mpath, c.rank) is distinct from (tree.mpath, placed.rank::int)`

/** What is below categories, and in them; a lock keeps it so. */
export const LOCK_ROWS = `
select id from product_category where id in (${GIVEN}) order by id for update`

export const COUNT_CHILDREN = `
select count(*)::int as count from product_category
where deleted_at is null and parent_category_id in (${GIVEN})`

export const COUNT_PRODUCTS = `
select count(distinct p.id)::int as count from product_category_product pc
join product p on p.id = pc.product_id and p.deleted_at is null
where pc.product_category_id in (${GIVEN})`

export const BRING_BACK = `
update product_category set deleted_at = null where id in (${GIVEN})`
