import { paymentMethods } from "../../../markets/payment-methods"
import type { BadgeColor } from "../../components/common/state-badge"
import type { Cash, CashOrder } from "./types"

export const cashColors: Record<Cash["state"], BadgeColor> = {
  due: "orange",
  collected: "blue",
  settled: "green",
  withdrawn: "grey",
}

export const isCashProvider = (id: string) =>
  id === paymentMethods.cash.provider

/** What a cash order owes before the server has written it down. */
export const dueOf = ({ id, total, currency_code }: CashOrder): Cash => ({
  id: "",
  order_id: id,
  currency_code,
  state: "due",
  amount_due: total,
  amount_collected: null,
  difference: null,
  driver_note: null,
  collected_at: null,
  collected_by: null,
  settled_at: null,
  settled_by: null,
})

/** An amount as somebody typed it; undefined when it is none. */
export function amountOf(typed: string): number | undefined {
  const amount = Number(typed)
  return typed.trim() !== "" && Number.isFinite(amount) && amount >= 0
    ? amount
    : undefined
}

/** Which words there are for a difference, and how much of it. */
export const differenceWords = (difference: number) =>
  difference === 0
    ? { key: "difference.none", amount: 0 }
    : {
        key: difference < 0 ? "difference.short" : "difference.over",
        amount: Math.abs(difference),
      }
