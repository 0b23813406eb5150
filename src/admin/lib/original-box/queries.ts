import { useQuery } from "@tanstack/react-query"
import { retryOnce } from "../errors"
import { queryKeys } from "../query-keys"
import { sdk } from "../sdk"
import type { BoxAnswer } from "./types"

export const READ = "product:read"
export const UPDATE = "product:update"

const keys = queryKeys("original-box")

export const boxKey = (productId: string) => keys.one("product", productId)

export const boxPath = (productId: string) =>
  `/admin/products/${productId}/original-box`

export const useBox = (productId: string) =>
  useQuery({
    queryKey: boxKey(productId),
    queryFn: () => sdk.client.fetch<BoxAnswer>(boxPath(productId)),
    staleTime: 0,
    retry: retryOnce,
  })
