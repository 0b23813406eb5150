export type ProductImage = {
  id: string
  url: string
  alt: string | null
  rank: number
  is_primary: boolean
  /** Variants it is kept for; none means all of them. */
  variant_ids: string[]
  primary_of: string[]
}

export type ImagesAnswer = { images: ProductImage[] }

export type Titled = { id: string; title: string }
