export { first, newId, type Sql, sqlIn } from "../../sql"

/** As core keeps a number beside its column, so that nothing is rounded. */
export const raw = (amount: number) =>
  JSON.stringify({ value: String(amount), precision: 20 })
