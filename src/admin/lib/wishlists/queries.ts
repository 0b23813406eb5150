import { useQuery } from "@tanstack/react-query"
import type {
  AdminWanted,
  AdminWishlistsResponse,
} from "../../../api/admin/wishlists/view"
import { retryOnce } from "../errors"
import { usePage } from "../hooks/use-page"
import { type Query, queryKeys } from "../query-keys"
import { sdk } from "../sdk"

export type Wanted = AdminWanted

/** What somebody needs to see what people want. */
export const READ = "wishlist:read"

export const WISHLISTS = "/admin/wishlists"

const keys = queryKeys("wishlists")

/** The orders staff may choose, the first one unless they do. */
export const orders = [
  "-lists",
  "-people",
  "-added_7d",
  "-added_30d",
  "-last_added_at",
] as const

/** What the API is asked: only what was chosen. */
export const wantedQuery = (chosen: { q: string; order: string }): Query =>
  Object.fromEntries(Object.entries(chosen).filter(([, value]) => value))

export const useWanted = (query: Query, page: number) =>
  usePage<AdminWishlistsResponse>({
    ...{ keys, name: "wanted", path: WISHLISTS, query, page },
  })

/** How much one product is wanted; null while it is on no list. */
export const useWantedProduct = (productId: string) =>
  useQuery({
    queryKey: keys.one("product", productId),
    queryFn: () =>
      sdk.client.fetch<AdminWishlistsResponse>(WISHLISTS, {
        query: { product_id: productId, limit: 1 },
      }),
    select: ({ wishlists: [wanted] }) => wanted ?? null,
    staleTime: 0,
    retry: retryOnce,
  })
