import { useQuery, useQueryClient } from "@tanstack/react-query"
import { retryOnce } from "../errors"
import { type Said, useAction } from "../hooks/use-action"
import { CORE_ORDERS, queryKeys } from "../query-keys"
import { sdk } from "../sdk"
import type { Cash, OrderCash } from "./types"

const cashKeys = queryKeys("cash")

/** What somebody needs to see the cash of an order, and to record it. */
export const READ = "order:read"
export const UPDATE = "order:update"

const path = (orderId: string) => `/admin/orders/${orderId}/cash`
const key = (orderId: string) => cashKeys.one("order", orderId)

export const useCash = (orderId: string) =>
  useQuery({
    queryKey: key(orderId),
    queryFn: () => sdk.client.fetch<OrderCash>(path(orderId)),
    // A colleague may have counted it a moment ago.
    staleTime: 0,
    retry: retryOnce,
  })

export type CashMove =
  | { action: "collect"; amount: number; note?: string }
  | { action: "settle"; note?: string }

type CashAction = {
  orderId: string
  say: (cash: Cash) => Said
  onDone: () => void
}

/** The answer is the cash as it is now; the order shows it as paid. */
export function useCashAction({ orderId, say, onDone }: CashAction) {
  const client = useQueryClient()
  return useAction<CashMove, OrderCash>({
    run: (body) =>
      sdk.client.fetch<OrderCash>(path(orderId), { method: "POST", body }),
    say: ({ cash_collection }) => cash_collection && say(cash_collection),
    onDone: (cash) => {
      client.setQueryData(key(orderId), cash)
      onDone()
    },
    stale: [cashKeys.all, CORE_ORDERS],
  })
}
