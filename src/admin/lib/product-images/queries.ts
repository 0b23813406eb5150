import { useQuery } from "@tanstack/react-query"
import { retryOnce } from "../errors"
import { queryKeys } from "../query-keys"
import { sdk } from "../sdk"
import type { ImagesAnswer } from "./types"

export const productImageKeys = queryKeys("product-images")

export const imagesPath = (productId: string, imageId?: string) =>
  [`/admin/products/${productId}/images`, imageId].filter(Boolean).join("/")

export const useProductImages = (productId: string) =>
  useQuery({
    queryKey: productImageKeys.one("product", productId),
    queryFn: () => sdk.client.fetch<ImagesAnswer>(imagesPath(productId)),
    select: ({ images }) => images,
    retry: retryOnce,
    // Medusa's media page writes the same images under other keys.
    refetchOnMount: "always",
  })
