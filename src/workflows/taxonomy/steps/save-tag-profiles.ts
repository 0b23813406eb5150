import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { SaveTag } from "../../../modules/taxonomy/types"
import { restoreTags, saveTags } from "../lib/save-tags"

export const saveTagProfilesStepId = "save-tag-profiles"

export const saveTagProfilesStep = createStep(
  saveTagProfilesStepId,
  async (rows: SaveTag[], { container }) =>
    new StepResponse(undefined, await saveTags(container, rows)),
  (before, { container }) => restoreTags(container, before)
)
