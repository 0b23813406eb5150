import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import type { Context } from "@medusajs/framework/types"
import { generateEntityId, MedusaError } from "@medusajs/framework/utils"

/** Runs a statement in the transaction of the call. */
export type Sql = <Row extends object = object>(
  text: string,
  values?: readonly unknown[]
) => Promise<Row[]>

export function sqlIn(context: Context): Sql {
  const manager = context.transactionManager as SqlEntityManager | undefined
  if (!manager) {
    // Outside a transaction a row lock is gone as soon as it was taken.
    throw new MedusaError(
      MedusaError.Types.UNEXPECTED_STATE,
      "This is written in a transaction only."
    )
  }
  return (text, values = []) => manager.execute(text, [...values])
}

export const newId = (prefix: string) => generateEntityId(undefined, prefix)

export async function first<Row extends object>(rows: Promise<Row[]>) {
  const [row] = await rows
  return row as Row | undefined
}
