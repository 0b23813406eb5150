export type Specification = { name: string; value: string }

/** What may be written; a field that is left out stays as it is. */
export type ProfileInput = {
  brand?: string | null
  short_description?: string | null
  meta_title?: string | null
  meta_description?: string | null
  features?: string[]
  specifications?: Specification[]
  has_warranty?: boolean
  warranty?: string | null
  video_url?: string | null
  featured?: boolean
  low_stock_threshold?: number | null
  sku_prefix?: string | null
}

export type SaveProfileInput = { product_id: string; profile: ProfileInput }

/** A row as it was, to be put back; null when there was none. */
export type ProfileBefore = {
  product_id: string
  profile: Required<ProfileInput> | null
}

export type VariantActive = {
  variant_id: string
  product_id: string
  active: boolean
}

/** A statement and the values that belong to its question marks. */
export type Statement = { text: string; values: readonly unknown[] }

export type Rated = {
  product_id: string
  /** null while there is no review. */
  rating_average: number | null
  rating_count: number
  version: number
}
