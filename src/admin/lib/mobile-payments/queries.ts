import { useQuery } from "@tanstack/react-query"
import { retryOnce } from "../errors"
import { usePage as usePageOf } from "../hooks/use-page"
import { type Query, queryKeys } from "../query-keys"
import { sdk } from "../sdk"
import { isMoving } from "./state"
import type {
  DifferencesPage,
  MessagesPage,
  OrderStory,
  PaymentsPage,
} from "./types"

export const mobilePaymentKeys = queryKeys("mobile-payments")

/** What somebody needs to see mobile payments, as roles spell it. */
export const READ = "mobile_payment:read"
export const UPDATE = "mobile_payment:update"

const BASE = "/admin/mobile-payments"
const POLL_MS = 3_000

export const storyPath = (orderId: string) =>
  `/admin/orders/${orderId}/mobile-payment`

export const storyKey = (orderId: string) =>
  mobilePaymentKeys.one("order", orderId)

const usePage = <Page>(
  name: string,
  path: string,
  query: Query,
  page: number
) => usePageOf<Page>({ keys: mobilePaymentKeys, name, path, query, page })

export const usePayments = (query: Query, page: number) =>
  usePage<PaymentsPage>("payments", BASE, query, page)

export const useDifferences = (query: Query, page: number) =>
  usePage<DifferencesPage>("differences", `${BASE}/differences`, query, page)

export const useMessages = (query: Query, page: number) =>
  usePage<MessagesPage>("messages", `${BASE}/messages`, query, page)

/** How many differences wait for somebody; undefined while it is not known. */
export function useOpenDifferenceCount() {
  const query = { resolved: "false", limit: 1 }
  const { data } = useQuery({
    queryKey: mobilePaymentKeys.list("open-differences", query),
    queryFn: () =>
      sdk.client.fetch<DifferencesPage>(`${BASE}/differences`, { query }),
    staleTime: 0,
    retry: retryOnce,
  })
  return data?.count
}

/**
 * The story of an order's mobile payment. It is asked again while it may
 * change by itself, and only while somebody looks at the page.
 */
export const useStory = (orderId: string) =>
  useQuery({
    queryKey: storyKey(orderId),
    queryFn: () => sdk.client.fetch<OrderStory>(storyPath(orderId)),
    staleTime: 0,
    retry: retryOnce,
    refetchInterval: ({ state: { data } }) =>
      data?.mobile_payment && isMoving(data.mobile_payment) ? POLL_MS : false,
  })
