import {
  createWorkflow,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { findBareTagsStep } from "../steps/find-bare-tags"
import { saveTagProfilesStep } from "../steps/save-tag-profiles"

/**
 * Gives a profile to tags that were made without core's workflows. It may run
 * twice, and at the same time: who comes second finds the profile there.
 */
export const completeTagsWorkflow = createWorkflow(
  "complete-tags",
  (input: WorkflowData<{ ids?: string[] }>) => {
    saveTagProfilesStep(findBareTagsStep(input))
    return new WorkflowResponse(undefined)
  }
)
