export const newsKinds = ["back_in_stock", "price_dropped"] as const

/** How much a list, and a customer, may hold. */
export const LISTS_PER_CUSTOMER = 20
export const ITEMS_PER_LIST = 500
export const LONGEST_NAME = 255

export type WishlistRow = {
  id: string
  name: string
  customer_id: string | null
  is_default: boolean
  token_hash: string | null
  share_token: string | null
  merged_into: string | null
  merged_by: string | null
  created_at: Date
  updated_at: Date
  deleted_at: Date | null
}

export type WishlistItemRow = {
  id: string
  wishlist_id: string
  product_id: string
  variant_id: string | null
  notify_back_in_stock: boolean
  notify_price_drop: boolean
  sales_channel_id: string | null
  region_id: string | null
  created_at: Date
  updated_at: Date
}

export type Notify = { back_in_stock?: boolean; price_drop?: boolean }

/** A product as it is to be had now, for whoever watches it. */
export type Sighting = {
  in_stock: boolean
  price: number | null
  currency_code: string | null
}

export type WatchedRow = WishlistItemRow & { seen_no: number }

export type Look = { id: string; seen_no: number } & Sighting

export type NewsRow = {
  id: string
  kind: (typeof newsKinds)[number]
  item_id: string
  wishlist_id: string
  customer_id: string | null
  product_id: string
  variant_id: string | null
  price: string | null
  previous_price: string | null
  currency_code: string | null
}

/** What people want of one product; a guest's list is a person of its own. */
export type WantedRow = {
  product_id: string
  lists: number
  people: number
  added_7d: number
  previous_7d: number
  added_30d: number
  previous_30d: number
  last_added_at: Date
}

export const wantedOrders = [
  "lists",
  "people",
  "added_7d",
  "added_30d",
  "last_added_at",
] as const

export type WantedOrder = {
  by: (typeof wantedOrders)[number]
  descending: boolean
}
