import type { ProductImage } from "./types"

/** What the form holds: places are counted from one there. */
export type ImageDraft = {
  alt: string
  place: string
  primary: boolean
  primary_of: readonly string[]
}

export const draftOf = (image: ProductImage): ImageDraft => ({
  alt: image.alt ?? "",
  place: String(image.rank + 1),
  primary: image.is_primary,
  primary_of: image.primary_of,
})

/** Only what is another than before, as the API takes it. */
export function changeOf(image: ProductImage, draft: ImageDraft) {
  const alt = draft.alt.trim()
  const rank = Number(draft.place) - 1
  const chosen = draft.primary_of.filter((id) => !image.primary_of.includes(id))
  return {
    ...(alt !== (image.alt ?? "") ? { alt } : {}),
    ...(rank !== image.rank ? { rank } : {}),
    ...(draft.primary && !image.is_primary ? { primary: true as const } : {}),
    ...(chosen.length ? { primary_of: chosen } : {}),
  }
}

export const isUnchanged = (image: ProductImage, draft: ImageDraft) =>
  Object.keys(changeOf(image, draft)).length === 0
