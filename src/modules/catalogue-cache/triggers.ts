import { createHash } from "node:crypto"
import type { Client } from "@medusajs/framework/pg"
import { watched, type Watched } from "./watched"

export const CHANNEL = "duka_catalogue"

const PREFIX = "duka_cache_"

/** One server at a time makes triggers. */
const LOCK = 4_731_882

/** A table that is being written to for longer is tried again later. */
const LOCK_TIMEOUT = "3s"

/** `pg_notify` says the same thing once a transaction, however many rows. */
const FUNCTION = `
create or replace function duka_catalogue_changed() returns trigger
language plpgsql as $$
begin
  perform pg_notify('${CHANNEL}', tg_argv[0]);
  return null;
end $$`

type Trigger = { table: string; name: string; text: string }

function triggerOf(
  { table, tag }: Watched,
  event: string,
  condition = ""
): Trigger {
  const what = `for each row ${condition} execute function duka_catalogue_changed('${tag}')`
  // The name tells one that an older version made from what is wanted now.
  const hash = createHash("sha256").update(`${event} ${what}`).digest("hex")
  const name = `${PREFIX}${hash.slice(0, 12)}`
  return {
    table,
    name,
    text: `create trigger "${name}" after ${event} on "${table}" ${what}`,
  }
}

const without = (row: string, columns: readonly string[]) =>
  columns.length
    ? `(to_jsonb(${row}) - array[${columns.map((name) => `'${name}'`).join(", ")}])`
    : `to_jsonb(${row})`

/** A statement that leaves a row as it was is no change. */
function triggersOf(watch: Watched): Trigger[] {
  const { ignoring = [], column } = watch
  const before = column ? `old."${column}"` : without("old", ignoring)
  const after = column ? `new."${column}"` : without("new", ignoring)
  const update = triggerOf(
    watch,
    "update",
    `when (${before} is distinct from ${after})`
  )
  return column ? [update] : [triggerOf(watch, "insert or delete"), update]
}

type Found = { table: string; triggers: string[] }

const FOUND = `
select c.relname as "table",
       array(select t.tgname::text from pg_trigger t
              where t.tgrelid = c.oid and t.tgname like '${PREFIX}%') as triggers
  from pg_class c
 where c.relkind in ('r', 'p') and c.relname = any($1)
   and c.relnamespace = current_schema()::regnamespace`

async function makeMissing(client: Client): Promise<void> {
  const wanted = watched.flatMap(triggersOf)
  const { rows } = await client.query<Found>(FOUND, [
    [...new Set(wanted.map(({ table }) => table))],
  ])
  const names = new Set(wanted.map(({ name }) => name))
  const missing = wanted.filter(({ table, name }) =>
    rows.some((row) => row.table === table && !row.triggers.includes(name))
  )
  if (missing.length) {
    await client.query(FUNCTION)
  }
  // Each by itself: nobody waits for more than one table.
  for (const { text } of missing) {
    await client.query(text)
  }
  for (const { table, triggers } of rows) {
    for (const name of triggers.filter((old) => !names.has(old))) {
      await client.query(`drop trigger if exists "${name}" on "${table}"`)
    }
  }
}

/** Makes the triggers that are not there yet. */
export async function watchTables(client: Client): Promise<void> {
  await client.query(`set lock_timeout = '${LOCK_TIMEOUT}'`)
  await client.query("select pg_advisory_lock($1)", [LOCK])
  try {
    await makeMissing(client)
  } finally {
    await client.query("select pg_advisory_unlock($1)", [LOCK])
    await client.query("set lock_timeout = 0")
  }
}
