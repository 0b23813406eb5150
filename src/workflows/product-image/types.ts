export type NewImage = { url: string; alt?: string }

export type AddImages = { add: readonly NewImage[] }

export type EditImage = {
  image_id: string
  alt?: string
  /** Its place among the images of the product, from 0. */
  rank?: number
  primary?: true
  /** Variants whose primary image it becomes. */
  primary_of?: readonly string[]
}

export type RemoveImage = { remove: string }

export type ImageChange = AddImages | EditImage | RemoveImage

export type ChangeImagesInput = { product_id: string; change: ImageChange }

/** An image as staff see it. */
export type ProductImage = {
  id: string
  url: string
  alt: string | null
  rank: number
  is_primary: boolean
  /** Variants it is kept for; none means all of them. */
  variant_ids: string[]
  /** Variants it is the primary image of. */
  primary_of: string[]
}
