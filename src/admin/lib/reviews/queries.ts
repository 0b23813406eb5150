import { useQuery } from "@tanstack/react-query"
import { retryOnce } from "../errors"
import { usePage } from "../hooks/use-page"
import { type Query, queryKeys } from "../query-keys"
import { sdk } from "../sdk"
import type { ReviewsPage } from "./types"

export const reviewKeys = queryKeys("reviews")

/** What somebody needs, as roles spell it. */
export const READ = "review:read"
export const UPDATE = "review:update"
export const DELETE = "review:delete"

export const REVIEWS = "/admin/reviews"

export const useReviews = (query: Query, page: number) =>
  usePage<ReviewsPage>({
    keys: reviewKeys,
    name: "page",
    path: REVIEWS,
    query,
    page,
  })

const useShort = (name: string, query: Query) =>
  useQuery({
    queryKey: reviewKeys.list(name, query),
    queryFn: () => sdk.client.fetch<ReviewsPage>(REVIEWS, { query }),
    // A colleague decides at the same time.
    staleTime: 0,
    retry: retryOnce,
  })

/** How many wait for somebody; undefined while it is not known. */
export const useWaitingCount = () =>
  useShort("waiting", { status: "pending", limit: 1 }).data?.count

export const useLastReviews = (productId: string, limit: number) =>
  useShort("last", { product_id: productId, limit })

export type Figures = {
  rating_average: number
  rating_count: number
} & Record<`count_${1 | 2 | 3 | 4 | 5}`, number>

/** The figures hang on the product; one without a review has none. */
export const useFigures = (productId: string) =>
  useQuery({
    queryKey: reviewKeys.one("figures", productId),
    queryFn: async () => {
      const { product } = await sdk.client.fetch<{
        product: { review_summary?: Figures | null }
      }>(`/admin/products/${productId}`, {
        query: { fields: "id,review_summary.*" },
      })
      return product.review_summary ?? null
    },
    staleTime: 0,
    retry: retryOnce,
  })

/** The name of the product the list is about, if it is about one. */
export function useProductTitle(id: string) {
  const { data } = useQuery({
    queryKey: reviewKeys.one("product", id),
    queryFn: () => sdk.admin.product.retrieve(id, { fields: "id,title" }),
    enabled: Boolean(id),
    retry: retryOnce,
  })
  return data?.product.title
}
