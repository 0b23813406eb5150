import { name, type Sql, sql } from "./sql"

type Order = {
  key: string
  /** Which way it goes without a minus. */
  way: "asc" | "desc"
  priced?: boolean
}

/** Names of ours, and the columns core sorts by as well. */
const orders: Readonly<Record<string, Order>> = {
  newest: { key: "p.created_at", way: "desc" },
  best_selling: { key: "coalesce(pp.sold_count, 0)", way: "desc" },
  rating: { key: "pp.rating_average", way: "asc" },
  price: { key: "price.amount", way: "asc", priced: true },
  id: { key: "p.id", way: "asc" },
  title: { key: "p.title", way: "asc" },
  handle: { key: "p.handle", way: "asc" },
  created_at: { key: "p.created_at", way: "asc" },
  updated_at: { key: "p.updated_at", way: "asc" },
}

/** Core does not know these, so they are ours with or without a filter. */
const OWN = ["newest", "best_selling", "rating", "price"]

export const orderNames = Object.keys(orders)

const split = (order: string) => ({
  reversed: order.startsWith("-"),
  order: order.replace(/^-/, ""),
})

export const isOrder = (order: string) =>
  Object.hasOwn(orders, split(order).order)

export const isOwnOrder = (order: string) => OWN.includes(split(order).order)

export const isPricedOrder = (order: string) =>
  Boolean(orders[split(order).order]?.priced)

export const keyOf = (order: string): Sql =>
  name(orders[split(order).order].key)

/** What has no such figure comes last either way; ties go by id. */
export function direction(order: string): Sql {
  const { reversed, order: plain } = split(order)
  const ascending = (orders[plain].way === "asc") !== reversed
  return sql`key ${name(ascending ? "asc" : "desc")} nulls last, id`
}
