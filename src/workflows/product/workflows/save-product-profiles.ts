import {
  createWorkflow,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import type { SaveProfile } from "../lib/save-profiles"
import { saveProductProfilesStep } from "../steps/save-product-profiles"

/**
 * Writes the profiles of many products, each its own. Through core's product
 * workflows one `additional_data.profile` goes to all products of the call.
 */
export const saveProductProfilesWorkflow = createWorkflow(
  "save-product-profiles",
  (input: WorkflowData<{ profiles: SaveProfile[] }>) => {
    saveProductProfilesStep(input.profiles)
    return new WorkflowResponse(undefined)
  }
)
