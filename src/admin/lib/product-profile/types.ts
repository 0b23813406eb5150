import type { CostInput } from "../../../modules/product-cost/types"
import type { ProfileInput } from "../../../modules/product-profile/types"

export type Profile = Required<ProfileInput> & {
  view_count: number
  sold_count: number
  rating_average: number | null
  rating_count: number
  inactive_variants: string[]
}

export type ProfiledVariant = {
  id: string
  title: string
  sku: string | null
}

export type ProfiledProduct = {
  id: string
  variants?: ProfiledVariant[] | null
  product_profile?: Profile | null
  product_cost?: CostInput | null
}
