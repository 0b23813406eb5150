export type Query = Record<string, string | number | readonly string[]>

/**
 * Keys of one area's questions. All of them begin with the area's name, so
 * `all` makes everything of it be asked again.
 */
export const queryKeys = (area: string) => ({
  all: [area] as const,
  list: (name: string, query: Query = {}) => [area, name, query] as const,
  one: (name: string, id: string) => [area, name, id] as const,
})

/** Medusa's own order pages keep their answers under this key. */
export const CORE_ORDERS = ["orders"] as const

/** And its product pages these. */
export const CORE_PRODUCTS = ["products"] as const

/** And its promotion pages these. */
export const CORE_PROMOTIONS = ["promotions"] as const

/** Its pages of tags and of categories, these. */
export const CORE_TAGS = ["tags"] as const
export const CORE_CATEGORIES = ["categories"] as const
