import type { MedusaContainer } from "@medusajs/framework/types"
import { StepResponse } from "@medusajs/framework/workflows-sdk"
import type { TagBefore } from "../../../modules/taxonomy/types"
import { tagDataOf } from "./profile-data"
import { restoreTags, saveTags } from "./save-tags"

type Written = {
  product_tags: { id: string; value: string }[]
  additional_data?: Record<string, unknown>
}

type Scope = { container: MedusaContainer }

/** `additional_data.profile` becomes part of the tags core has written. */
export async function writeTags(
  { product_tags, additional_data }: Written,
  { container }: Scope
) {
  const profile = tagDataOf(additional_data)
  const rows = product_tags.map(({ id, value }) => ({
    tag_id: id,
    name: value,
    profile,
  }))
  return new StepResponse(undefined, await saveTags(container, rows))
}

export const unwriteTags = (
  before: TagBefore[] | undefined,
  { container }: Scope
) => restoreTags(container, before)
