import { SLUG_MAX } from "../../lib/slug"

/** How much each text may hold, checked by the database as well. */
export const tagLimits = { slug: SLUG_MAX, description: 1000 } as const

export const categoryLimits = { image: 2048, image_alt: 255 } as const

/** The last place in the order of tags. */
export const RANK_MAX = 1_000_000
