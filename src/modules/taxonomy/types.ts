/** What may be written of a tag; a field that is left out stays as it is. */
export type TagProfileInput = {
  /** null makes one from the name. */
  slug?: string | null
  description?: string | null
  rank?: number
  is_visible?: boolean
}

export type CategoryProfileInput = {
  image?: string | null
  image_alt?: string | null
}

export type SaveTag = {
  tag_id: string
  /** What a slug is made of where none is given. */
  name: string
  profile: TagProfileInput
}

export type SaveCategory = {
  category_id: string
  profile: CategoryProfileInput
}

/** Rows as they were, to be put back; null when there was none. */
export type TagBefore = {
  tag_id: string
  profile: Required<TagProfileInput> | null
}

export type CategoryBefore = {
  category_id: string
  profile: Required<CategoryProfileInput> | null
}
