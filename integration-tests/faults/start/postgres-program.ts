import { join } from "node:path"
import { Client } from "@medusajs/framework/pg"
import { type Program, root, startProgram } from "./programs"

export type Running = {
  port: number
  url: string
  data: string
  notes: string[]
}

export type PostgresProgram = Program & { ready: Promise<Running> }

const CODE = `
  const { startPostgres } = await import(process.env.MODULE)
  const { database, ...options } = JSON.parse(process.env.OPTIONS)
  const notes = []
  try {
    const postgres = await startPostgres({
      ...options,
      onNote: (note) => notes.push(note),
    })
    process.on("SIGTERM", async () => {
      await postgres.stop()
      process.exit(0)
    })
    const { port, data } = postgres
    console.log(JSON.stringify({
      port, data, notes, url: postgres.url("postgres"), ready: true,
    }))
  } catch (error) {
    console.error(error.message)
    process.exit(1)
  }`

/** A process that does nothing but hold a Postgres of scripts/lib. */
export function startPostgres(
  options: Record<string, unknown> & { dir: string },
  user: { uid?: number; gid?: number } = {}
): PostgresProgram {
  const program = startProgram(["--input-type=module", "--eval", CODE], {
    env: {
      MODULE: `file://${join(root, "scripts/lib/postgres.mjs")}`,
      OPTIONS: JSON.stringify(options),
    },
    ...user,
  })
  const ready = program.says('"ready":true}').then((output) => {
    const line = output.split("\n").find((text) => text.startsWith("{"))
    return JSON.parse(line ?? "") as Running
  })
  // Tests of refusals wait for the end instead.
  ready.catch(() => undefined)
  return { ...program, ready }
}

/** Stops it in order. */
export async function stop(program: PostgresProgram) {
  program.child.kill("SIGTERM")
  return program.ended
}

export async function ask(url: string, text: string) {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<Record<string, unknown>>(text)
    return rows
  } finally {
    await client.end()
  }
}
