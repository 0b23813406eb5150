import {
  createWorkflow,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { openCashCollectionStep } from "../steps/open-cash-collection"

/**
 * Notes what a cash order owes that did not come through our checkout. The
 * order stands already, so no limit takes it back; safe to repeat.
 */
export const openCashWorkflow = createWorkflow(
  "open-cash",
  ({ order_id }: WorkflowData<{ order_id: string }>) =>
    new WorkflowResponse(openCashCollectionStep({ order_id, limited: false }))
)
