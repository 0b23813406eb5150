import type { HttpTypes } from "@medusajs/framework/types"
import type { ErrorBody } from "../../../src/api/frame/errors/body"

export type Profile = {
  brand: string | null
  features: string[]
  view_count: number
  sold_count: number
  rating_average: number | null
  [name: string]: unknown
}

export type Profiled = HttpTypes.StoreProduct & {
  product_profile?: Profile | null
  product_cost?: { amount: number; currency_code: string } | null
}

export type ProductReply = { product: Profiled } & ErrorBody
export type ProductsReply = {
  products: Profiled[]
  count: number
  offset: number
  limit: number
} & ErrorBody

export const WHOLE = {
  brand: "Zuberon",
  short_description: "A slim dress watch",
  meta_description: "Slim, steel and sapphire",
  features: ["Sapphire glass", "Five-year battery"],
  specifications: [
    { name: "Case", value: "38 mm" },
    { name: "Band", value: "Leather" },
  ],
  has_warranty: true,
  warranty: "Two years",
  video_url: "https://video.example/linea",
  featured: true,
  low_stock_threshold: 7,
}

export const STAFF_FIELDS =
  "fields=*variants,+product_profile.*,+product_cost.*"
