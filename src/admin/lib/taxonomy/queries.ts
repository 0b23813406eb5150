import { useQuery } from "@tanstack/react-query"
import { retryOnce } from "../errors"
import { queryKeys } from "../query-keys"
import { sdk } from "../sdk"
import type { ProfiledCategory, ProfiledTag } from "./types"

export const taxonomyKeys = queryKeys("taxonomy")

/** What somebody needs, as roles spell it. */
export const READ_TAG = "product_tag:read"
export const UPDATE_TAG = "product_tag:update"
export const READ_CATEGORY = "product_category:read"
export const UPDATE_CATEGORY = "product_category:update"

export const tagPath = (id: string) => `/admin/product-tags/${id}`
export const categoryPath = (id: string) => `/admin/product-categories/${id}`

export const useTag = (id: string) =>
  useQuery({
    queryKey: taxonomyKeys.one("tag", id),
    queryFn: () =>
      sdk.client.fetch<{ product_tag: ProfiledTag }>(tagPath(id), {
        query: { fields: "id,value,*tag_profile" },
      }),
    select: ({ product_tag }) => product_tag,
    retry: retryOnce,
  })

export const useCategory = (id: string) =>
  useQuery({
    queryKey: taxonomyKeys.one("category", id),
    queryFn: () =>
      sdk.client.fetch<{ product_category: ProfiledCategory }>(
        categoryPath(id),
        { query: { fields: "id,name,*category_profile" } }
      ),
    select: ({ product_category }) => product_category,
    retry: retryOnce,
  })
