/** What core's migration tries to create, and passes over when it may not. */
export const NEEDED = ["pg_trgm", "unaccent"] as const

export const missingExtensions = `
  select needed.name from (values ${NEEDED.map((name) => `('${name}')`).join(", ")}) as needed(name)
   where not exists (
     select 1 from pg_extension where extname = needed.name)
   order by needed.name`

/** Said where a log shows it; `doctor` says the same before. */
export const lacking = (names: readonly string[]) =>
  `Searching needs the Postgres extensions ${NEEDED.join(" and ")}, and this database lacks ${names.join(" and ")}. Have somebody who may run, in this database: ${names.map((name) => `CREATE EXTENSION ${name};`).join(" ")}`

/**
 * How texts are taken apart. Core makes it in the same migration, once; a
 * database that got its extensions later has none.
 */
export const ensureConfig = (config: string, language: string) => `
  do $$ begin
    if not exists (select 1 from pg_ts_config where cfgname = '${config}') then
      create text search configuration ${config} (copy = ${language});
      alter text search configuration ${config}
        alter mapping for hword, hword_part, word
        with unaccent, ${language}_stem;
    end if;
  end $$`
