import {
  createWorkflow,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { forgetRecentViewsStep } from "../steps/forget-recent-views"

/** Takes away what these customers looked at; the views stay counted. */
export const forgetRecentViewsWorkflow = createWorkflow(
  "forget-recent-views",
  (customer_ids: WorkflowData<string[]>) =>
    new WorkflowResponse(forgetRecentViewsStep(customer_ids))
)
