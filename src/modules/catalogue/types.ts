import type { z } from "@medusajs/framework/zod"
import type { Sql } from "./sql"

/** Whose catalogue it is, and in which money. */
export type Scope = {
  channels: readonly string[]
  /** What decides the currency; null when nobody said. */
  region: { by: "region_id" | "country_code" | "cart_id"; value: string } | null
  customer_id: string | null
}

/** A condition on `p` (product), `pp` (its profile) and, when priced, `price`. */
export type Condition = (scope: Scope) => Sql

/** What a list of products may be asked for; what is sent becomes a condition. */
export type Filter = { schema: z.ZodType<Condition>; priced: boolean }

type Definition<Value> = {
  schema: z.ZodType<Value>
  /** Whether the price of each product must be worked out for it. */
  priced?: boolean
  where(value: Value, scope: Scope): Sql
}

export const defineFilter = <Value>({
  schema,
  priced = false,
  where,
}: Definition<Value>): Filter => ({
  priced,
  schema: schema.transform(
    (value): Condition =>
      (scope) =>
        where(value, scope)
  ),
})

export type Selected = { ids: string[]; count: number }

/** With the tags that shoppers do not see, to be left out of the answer. */
export type SelectedProducts = Selected & { hidden_tags: string[] }

export type Sold = { product_id: string; count: number }
