import type { CategoryProfile, TagProfile } from "./types"

/** The forms: what a person types, before it means anything. */
export type TagDraft = {
  slug: string
  description: string
  rank: string
  is_visible: boolean
}

export type CategoryDraft = { image: string; image_alt: string }

/** What is no number is sent as it was typed: JSON would make null of it. */
const numberOf = (text: string) => {
  const number = Number(text)
  return Number.isNaN(number) ? text : number
}

export const tagDraftOf = (
  profile: TagProfile | null | undefined
): TagDraft => ({
  slug: profile?.slug ?? "",
  description: profile?.description ?? "",
  rank: String(profile?.rank ?? 0),
  is_visible: profile?.is_visible ?? true,
})

/** An emptied slug is made of the name again; an emptied place is the first. */
export const tagProfileOf = (draft: TagDraft) => ({
  slug: draft.slug.trim() || null,
  description: draft.description.trim() || null,
  rank: numberOf(draft.rank.trim()),
  is_visible: draft.is_visible,
})

export const categoryDraftOf = (
  profile: CategoryProfile | null | undefined
): CategoryDraft => ({
  image: profile?.image ?? "",
  image_alt: profile?.image_alt ?? "",
})

export const categoryProfileOf = (draft: CategoryDraft) => ({
  image: draft.image.trim() || null,
  image_alt: draft.image_alt.trim() || null,
})
