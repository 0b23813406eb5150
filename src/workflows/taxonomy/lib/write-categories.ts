import type { MedusaContainer } from "@medusajs/framework/types"
import { StepResponse } from "@medusajs/framework/workflows-sdk"
import type { CategoryBefore } from "../../../modules/taxonomy/types"
import { categoryDataOf } from "./profile-data"
import { taxonomy } from "./service"

type Written = {
  categories: { id: string }[]
  additional_data?: Record<string, unknown>
}

type Scope = { container: MedusaContainer }

/** `additional_data.profile` becomes part of the categories core has written. */
export async function writeCategories(
  { categories, additional_data }: Written,
  { container }: Scope
) {
  const profile = categoryDataOf(additional_data)
  const rows = profile
    ? categories.map(({ id }) => ({ category_id: id, profile }))
    : []
  return new StepResponse(
    undefined,
    rows.length ? await taxonomy(container).saveCategories(rows) : []
  )
}

export async function unwriteCategories(
  before: CategoryBefore[] | undefined,
  { container }: Scope
): Promise<void> {
  if (before?.length) {
    await taxonomy(container).restoreCategories(before)
  }
}
