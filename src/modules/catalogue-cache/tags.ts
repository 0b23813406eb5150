/** What answers about the catalogue are made of, as coarse as is useful. */
export const TAGS = [
  "box",
  "category",
  "price",
  "product",
  "rating",
  "shop",
  "sold",
  "stock",
  "tag",
  "translation",
  "views",
] as const

export type Tag = (typeof TAGS)[number]

const known: ReadonlySet<string> = new Set(TAGS)

export const isTag = (text: string): text is Tag => known.has(text)
