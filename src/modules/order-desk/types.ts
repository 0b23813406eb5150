import type { BigNumberInput } from "@medusajs/framework/types"

export const cashStates = ["due", "collected", "settled", "withdrawn"] as const
export type CashState = (typeof cashStates)[number]

export type OpenCashInput = {
  order_id: string
  currency_code: string
  phone: string | null
  amount_due: BigNumberInput
}

export type CashLimit = {
  /** How many of one phone may be due, this one included; null for any. */
  max_open: number | null
  /** Orders that do not count, because they were cancelled. */
  except: string[]
}

export type Opened = "opened" | "known" | "too_many"

export type CollectInput = {
  order_id: string
  /** Decimal, in the order's currency. */
  amount: string
  note: string | null
  by: string
}

export type SettleInput = { order_id: string; note: string | null; by: string }

export type CashView = {
  id: string
  order_id: string
  currency_code: string
  state: CashState
  amount_due: number
  amount_collected: number | null
  difference: number | null
  driver_note: string | null
  collected_at: Date | null
  collected_by: string | null
  settled_at: Date | null
  settled_by: string | null
}
