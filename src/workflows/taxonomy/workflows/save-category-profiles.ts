import {
  createHook,
  createWorkflow,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import type { SaveCategory } from "../../../modules/taxonomy/types"
import { saveCategoryProfilesStep } from "../steps/save-category-profiles"

/** Writes the profiles of many categories, each its own. */
export const saveCategoryProfilesWorkflow = createWorkflow(
  "save-category-profiles",
  (input: WorkflowData<{ profiles: SaveCategory[] }>) => {
    saveCategoryProfilesStep(input.profiles)
    const categoryProfilesSaved = createHook("categoryProfilesSaved", {
      profiles: input.profiles,
    })
    return new WorkflowResponse(undefined, { hooks: [categoryProfilesSaved] })
  }
)
