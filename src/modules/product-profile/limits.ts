/** How much each text may hold, checked by the database as well. */
export const profileLimits = {
  short_description: 1000,
  meta_title: 255,
  meta_description: 1000,
  brand: 100,
  warranty: 1000,
  video_url: 2048,
  sku_prefix: 50,
} as const

/** Each list may have so many entries. */
export const LIST_MAX = 100

/** The longest feature, name or value of a specification. */
export const ENTRY_MAX = 500
