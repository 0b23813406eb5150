import type { MedusaContainer } from "@medusajs/framework/types"
import type { SaveTag, TagBefore } from "../../../modules/taxonomy/types"
import { Refusal } from "../../refusal"
import { taxonomy } from "./service"

/** The index has the last word, whoever looked before. */
const isTakenSlug = (error: unknown) =>
  error instanceof Error && /tag.profile with slug: /i.test(error.message)

/** Writes profiles of tags; each tag has one afterwards. */
export async function saveTags(
  container: MedusaContainer,
  rows: readonly SaveTag[]
): Promise<TagBefore[]> {
  try {
    return rows.length ? await taxonomy(container).saveTags(rows) : []
  } catch (error) {
    if (isTakenSlug(error)) {
      throw new Refusal("slug_taken", "Another tag has this slug already.", {
        details: [
          {
            field: "additional_data.profile.slug",
            message: "is already taken",
          },
        ],
      })
    }
    throw error
  }
}

export async function restoreTags(
  container: MedusaContainer,
  before: readonly TagBefore[] | undefined
): Promise<void> {
  if (before?.length) {
    await taxonomy(container).restoreTags(before)
  }
}
