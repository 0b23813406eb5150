import {
  createHook,
  createWorkflow,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import type { SaveTag } from "../../../modules/taxonomy/types"
import { saveTagProfilesStep } from "../steps/save-tag-profiles"

/**
 * Writes the profiles of many tags, each its own. Through core's tag workflows
 * one `additional_data.profile` goes to all tags of the call.
 */
export const saveTagProfilesWorkflow = createWorkflow(
  "save-tag-profiles",
  (input: WorkflowData<{ profiles: SaveTag[] }>) => {
    saveTagProfilesStep(input.profiles)
    const tagProfilesSaved = createHook("tagProfilesSaved", {
      profiles: input.profiles,
    })
    return new WorkflowResponse(undefined, { hooks: [tagProfilesSaved] })
  }
)
