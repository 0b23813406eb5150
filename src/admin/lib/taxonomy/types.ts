export type TagProfile = {
  slug: string
  description: string | null
  rank: number
  is_visible: boolean
}

export type ProfiledTag = {
  id: string
  value: string
  product_count: number
  tag_profile?: TagProfile | null
}

export type CategoryProfile = {
  image: string | null
  image_alt: string | null
}

export type ProfiledCategory = {
  id: string
  name: string
  path: string
  level: number
  product_count: number
  total_product_count: number
  category_profile?: CategoryProfile | null
}
