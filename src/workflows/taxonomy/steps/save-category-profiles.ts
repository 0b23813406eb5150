import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { SaveCategory } from "../../../modules/taxonomy/types"
import { taxonomy } from "../lib/service"

export const saveCategoryProfilesStepId = "save-category-profiles"

export const saveCategoryProfilesStep = createStep(
  saveCategoryProfilesStepId,
  async (rows: SaveCategory[], { container }) =>
    new StepResponse(undefined, await taxonomy(container).saveCategories(rows)),
  async (before, { container }) => {
    await taxonomy(container).restoreCategories(before ?? [])
  }
)
