import { useQuery } from "@tanstack/react-query"
import { retryOnce } from "../errors"
import { queryKeys } from "../query-keys"
import { sdk } from "../sdk"
import type { ProfiledProduct } from "./types"

export const productProfileKeys = queryKeys("product-profile")

/** What somebody needs, as roles spell it. */
export const READ = "product:read"
export const UPDATE = "product:update"

const FIELDS = [
  "id",
  "variants.id",
  "variants.title",
  "variants.sku",
  "product_profile.*",
  "product_cost.*",
].join(",")

export const productPath = (id: string) => `/admin/products/${id}`

export const useProductProfile = (id: string) =>
  useQuery({
    queryKey: productProfileKeys.one("product", id),
    queryFn: () =>
      sdk.client.fetch<{ product: ProfiledProduct }>(productPath(id), {
        query: { fields: FIELDS },
      }),
    select: ({ product }) => product,
    retry: retryOnce,
  })
