import { randomBytes } from "node:crypto"
import { Client } from "@medusajs/framework/pg"
import { readFacts } from "./bed/facts"
import { onRelease } from "./resources"

/** `empty` is migrated and nothing else, `base` holds the minimal shop. */
export type Template = "empty" | "base"

export const templateName = (template: Template) => `duka_template_${template}`

export type Row = Record<string, unknown>

export async function query<T extends Row = Row>(
  url: string,
  text: string,
  values: unknown[] = []
): Promise<T[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    const result = await client.query<T>(text, values)
    return result.rows
  } finally {
    await client.end()
  }
}

/** A statement about databases, to the run's Postgres. */
export const maintain = (server: string, text: string) =>
  query(`${server}postgres`, text)

/** Runs `work` while no other process of the test run does anything so named. */
export async function oneAtATime<T>(
  server: string,
  name: string,
  work: () => Promise<T>
): Promise<T> {
  const client = new Client({ connectionString: `${server}postgres` })
  await client.connect()
  try {
    await client.query("select pg_advisory_lock(hashtext($1))", [name])
    return await work()
  } finally {
    // The lock ends with the connection.
    await client.end()
  }
}

/** A fresh database made from a template; dropped when the file is over. */
export async function cloneDatabase(template: Template = "base") {
  const { postgres } = readFacts()
  const name = `duka_${template}_${randomBytes(6).toString("hex")}`
  await maintain(
    postgres,
    `CREATE DATABASE "${name}" TEMPLATE "${templateName(template)}"`
  )
  onRelease(() =>
    maintain(postgres, `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`)
  )
  return `${postgres}${name}`
}
